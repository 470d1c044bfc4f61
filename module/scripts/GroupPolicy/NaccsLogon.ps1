<#
.SYNOPSIS
Logon script for Group Policy: checks without the network whether a NACCS digital certificate is due, and renews it if
Group Policy or -AutoRenew says so.

.DESCRIPTION
Assign it under User Configuration, Windows Settings, Scripts (Logon). It prints nothing, asks nothing, and always ends
with exit code 0. It uses the network only to renew. The result is written as one line of JSON to
%LOCALAPPDATA%\NaccsCert\logs\logon.jsonl, and the details to naccscert.jsonl.
#>
param(
    # The service definition: a name or the path of a JSON file. Empty: that of Group Policy, or NACCS.
    [string] $Service = '',

    # Renews due certificates automatically, each at its own time, if Group Policy does not set it.
    [switch] $AutoRenew,

    # Registers the renewal reminder of the user, if there is none.
    [switch] $RegisterReminder,

    # Ends the script after that many seconds.
    [int] $DeadlineSeconds = 60
)

if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') { exit 0 }

#region Shared
# The same in every script that has to run alone; a test holds them alike. The scripts need nothing but the engine: the
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
        if ($PSVersionTable.PSEdition -eq 'Core') {
            Import-Module "$folder/bin/net8.0/NaccsCert.Loader.dll"
            Import-Module "$folder/bin/net8.0/NaccsCert.PowerShell.dll"
        }
        else { Import-Module "$folder/bin/net48/NaccsCert.PowerShell.dll" }
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

# A JSON string in ASCII.
function ConvertTo-JsonString([string] $Text) {
    $json = foreach ($character in $Text.ToCharArray()) {
        if ($character -eq '"' -or $character -eq '\') { "\$character" }
        elseif ($character -lt ' ' -or $character -gt '~') { '\u{0:x4}' -f [int] $character }
        else { $character }
    }
    '"' + (-join $json) + '"'
}

# Adds a line to the log; a full one gives way first. A log that cannot be written is no reason to hold up a logon.
function Write-LogonLog([string] $Code, [string] $Detail) {
    $folder = [IO.Path]::Combine([Environment]::GetFolderPath('LocalApplicationData'), 'NaccsCert', 'logs')
    $file = [IO.Path]::Combine($folder, 'logon.jsonl')
    $line = '{"time":"' + [DateTime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ssZ', [cultureinfo]::InvariantCulture) +
        '","code":"' + $Code + '","detail":' + (ConvertTo-JsonString $Detail) + '}'
    try {
        $null = [IO.Directory]::CreateDirectory($folder)
        if ([IO.File]::Exists($file) -and ([IO.FileInfo] $file).Length -gt 256KB) { [IO.File]::Delete($file) }
        [IO.File]::AppendAllText($file, $line + "`n")
    }
    catch { $null = $_ }
}

$deadline = Limit-RunTime -Seconds $DeadlineSeconds -ExitCode 0
$detail = ''
try {
    $code = Import-NaccsModule
    if (-not $code) {
        $account = Test-NaccsAccount
        $code = "$($account.Error)"
        $detail = $account.Reason
    }
    if (-not $code) {
        $named = if ($Service) { @{ Service = $Service } } else { @{} }
        $results = @(Invoke-NaccsRenewalReminder -AutoRenew:$AutoRenew -NoNotice -Confirm:$false -ErrorAction SilentlyContinue @named)
        if ($RegisterReminder -and (Get-NaccsRenewalReminder @named).Status -eq 'NotRegistered') {
            $null = Register-NaccsRenewalReminder -AutoRenew:$AutoRenew -Confirm:$false @named
        }
        $worst = Find-WorstResult $results
        $code = if ($worst) { "$($worst.Status)" } else { 'NotDue' }
        $detail = if ($worst) { "$($worst.Terminal): $($worst.Reason)" } else { '' }
    }
}
catch {
    $code = ConvertTo-Code $_
    $detail = $_.Exception.Message
}
$deadline.Dispose()
Write-LogonLog $code $detail
exit 0
