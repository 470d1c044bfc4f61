#region Shared
# The same in every script that has to run alone: the build puts it there. The scripts need nothing but the engine: the
# module path of a child process may be broken (PowerShell issue 18530).
$ErrorActionPreference = 'Stop'
$WarningPreference = $VerbosePreference = $DebugPreference = $InformationPreference = 'SilentlyContinue'
$ProgressPreference = 'SilentlyContinue'

# Ends the process when the time is up, whatever it hangs in: agents and logons wait for an hour. The action is compiled,
# as a script block could not run while the engine hangs. Dispose of what it gives when the work is done.
function Limit-RunTime([int] $Seconds, [string] $Line, [int] $ExitCode) {
    $expression = [System.Linq.Expressions.Expression]
    $text = if ($Line) { "$Line`n" } else { '' }
    $print = $expression::Call([Console].GetMethod('Write', [type[]] @([string])), $expression::Constant($text))
    $exit = $expression::Call([Environment].GetMethod('Exit'), $expression::Constant($ExitCode))
    $action = $expression::Lambda([Action], $expression::Block($print, $exit), [System.Linq.Expressions.ParameterExpression[]] @())
    $deadline = [System.Threading.CancellationTokenSource]::new($Seconds * 1000)
    $null = $deadline.Token.Register($action.Compile())
    $deadline
}

# The folder of the module: the one that this script lies in, or the newest that is installed. A text that is run has no
# folder, and a path that began with none would begin at the root of the drive, where any user can put a folder. A 32-bit
# host looks among the 64-bit programs too.
function Find-NaccsModule {
    $path = if ($PSCommandPath) { $PSCommandPath } else { $script:MyInvocation.MyCommand.Path }
    $own = if ($path) { [IO.Path]::GetFullPath([IO.Path]::Combine([IO.Path]::GetDirectoryName($path), '..', '..')) }
    if ($own -and [IO.File]::Exists([IO.Path]::Combine($own, 'NaccsCert.psd1'))) { return $own }
    $documents = [Environment]::GetFolderPath('MyDocuments')
    $roots = @("$env:PSModulePath".Split([IO.Path]::PathSeparator)) +
        "$documents/WindowsPowerShell/Modules" + "$documents/PowerShell/Modules" +
        "$env:ProgramW6432/WindowsPowerShell/Modules" + "$env:ProgramW6432/PowerShell/Modules"
    $newest = [version] '0.0'
    $found = ''
    foreach ($root in $roots) {
        if (-not $root -or -not [IO.Directory]::Exists("$root/NaccsCert")) { continue }
        if ([IO.File]::Exists("$root/NaccsCert/NaccsCert.psd1")) { return "$root/NaccsCert" }
        foreach ($folder in [IO.Directory]::GetDirectories("$root/NaccsCert")) {
            $version = [IO.Path]::GetFileName($folder) -as [version]
            if ($version -gt $newest -and [IO.File]::Exists("$folder/NaccsCert.psd1")) {
                $newest = $version
                $found = $folder
            }
        }
    }
    $found
}

# Loads the module's assemblies. What its manifest adds, such as views, is of no use here, and takes longer than the rest.
# Gives nothing, or the code that says why not.
function Import-NaccsModule {
    $folder = Find-NaccsModule
    if (-not $folder) { return 'ModuleMissing' }
    try {
        Import-Module "$folder/bin/$PSEdition/NaccsCert.Loader.dll", "$folder/bin/$PSEdition/NaccsCert.PowerShell.dll"
    }
    catch { ConvertTo-ImportCode $_ }
}

# Why the assemblies cannot be loaded, as a code: .NET Framework does not load what was downloaded (COR_E_NOTSUPPORTED);
# AppLocker and App Control forbid (ERROR_ACCESS_DISABLED_BY_POLICY, ERROR_SYSTEM_INTEGRITY_POLICY_VIOLATION).
function ConvertTo-ImportCode($ErrorRecord) {
    for ($cause = $ErrorRecord.Exception; $cause; $cause = $cause.InnerException) {
        if ($cause -isnot [IO.FileLoadException]) { continue }
        if ($cause.HResult -eq 0x80131515) { return 'ModuleBlocked' }
        if ($cause.HResult -in 0x800704EC, 0x800711C7) { return 'ModuleNotAllowed' }
    }
    'ModuleFailed'
}

# Of all certificates the one about which most is to be done; nothing when nothing is.
function Find-WorstResult($Results) {
    foreach ($code in 'Failed', 'ReissueRequired', 'Waiting', 'Renewed', 'RenewalDue', 'Scheduled') {
        foreach ($result in $Results) {
            if ("$($result.Status)" -eq $code) { return $result }
        }
    }
}

# What would have needed an answer: a root that is not trusted without one, credentials that a proxy wants.
function Find-LeftOut($Results, $Errors) {
    $roots = @($Results | ForEach-Object { "$($_.RootCA)" }) -match '^(ConsentRequired|NotPinned)$'
    if ($roots) { 'root' }
    $refusals = @($Errors | ForEach-Object { ConvertTo-Code $_ }) -match '^Proxy(AuthenticationRequired|CredentialRefused)$'
    if ($refusals) { 'credentials' }
}

# The id of what ended the work, as a code.
function ConvertTo-Code($ErrorRecord) { ($ErrorRecord.FullyQualifiedErrorId -split ',')[0] -replace '[^A-Za-z0-9_.-]', '' }
#endregion
