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

# The folder of the module: the one that this script lies in, or the newest that is installed. A 32-bit host looks among
# the 64-bit programs too.
function Find-NaccsModule {
    $own = if ($PSScriptRoot) { [IO.Path]::GetDirectoryName([IO.Path]::GetDirectoryName($PSScriptRoot)) }
    if ($own -and [IO.File]::Exists("$own/NaccsCert.psd1")) { return $own }
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
    catch { 'ModuleFailed' }
}

# Of all certificates the one about which most is to be done; nothing when nothing is.
function Find-WorstResult($Results) {
    foreach ($code in 'Failed', 'ReissueRequired', 'Waiting', 'Renewed', 'RenewalDue', 'Scheduled') {
        foreach ($result in $Results) {
            if ("$($result.Status)" -eq $code) { return $result }
        }
    }
}

# The id of what ended the work, as a code.
function ConvertTo-Code($ErrorRecord) { ($ErrorRecord.FullyQualifiedErrorId -split ',')[0] -replace '[^A-Za-z0-9_.-]', '' }
#endregion
