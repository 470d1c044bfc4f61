<#
.SYNOPSIS
Remediation script of an Intune remediation: renews the NACCS digital certificates that are due now.

.DESCRIPTION
Assign it with "Run this script using the logged-on credentials: Yes". It renews what Detect-NaccsCertificate.ps1 found,
asks nothing, and prints one line of JSON in ASCII. It ends with exit code 0 if nothing is left to do, otherwise with 1.
A failed renewal is kept and resumed at the next run. Intune passes no parameters: change the defaults below if
necessary.

code                 exit  meaning
Renewed                 0  every certificate that was due is renewed
NotDue                  0  no certificate is due now
LeftToUser              0  due, and Group Policy leaves renewing to the user
Waiting                 1  maintenance, a certificate that is issued later, or another process: resumed at the next run
Failed                  1  a renewal failed; "error" is the reason, see about_NaccsCert_Errors
ReissueRequired         1  expired or without its key: a re-issue through NSS is needed
AccountIsService, AccountNotDesktopUser, AccountElevatedAsAnother
                        1  the script does not run as the user at the desktop
ModuleMissing, ModuleFailed, ConstrainedLanguage
                        1  the module is not installed, or cannot be loaded here
TimedOut                1  the time limit was reached; resumed at the next run
(an error ID)           1  see about_NaccsCert_Errors
#>
param(
    # The service definition: a name or the path of a JSON file. Empty: that of Group Policy, or NACCS.
    [string] $Service = '',

    # Ends the script after that many seconds.
    [int] $DeadlineSeconds = 300
)

if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    '{"naccs":"remediate","code":"ConstrainedLanguage","exit":1}'
    exit 1
}

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

$deadline = Limit-RunTime -Seconds $DeadlineSeconds -Line '{"naccs":"remediate","code":"TimedOut","exit":1}' -ExitCode 1
$results = @()
try {
    $code = Import-NaccsModule
    if (-not $code) {
        $named = if ($Service) { @{ Service = $Service } } else { @{} }
        $code = "$((Test-NaccsAccount).Error)"
        if (-not $code) {
            $results = @(Invoke-NaccsRenewalReminder -AutoRenew -NoNotice -Confirm:$false -ErrorAction SilentlyContinue @named)
            $worst = Find-WorstResult $results
            $code = switch ("$($worst.Status)") { '' { 'NotDue' } 'Scheduled' { 'NotDue' } 'RenewalDue' { 'LeftToUser' } default { $_ } }
        }
    }
}
catch { $code = ConvertTo-Code $_ }
$exitCode = [int] ($code -notin 'Renewed', 'NotDue', 'LeftToUser')

# Intune keeps 2,048 characters: no more than ten certificates, and of a terminal's name only what is plain.
$list = foreach ($result in @($results)[0..9]) {
    if ($result) {
        $reported = if ($result.Error) { ',"error":"' + $result.Error + '"' }
        '{"terminal":"' + ($result.Terminal -replace '[^A-Za-z0-9 ._-]', '?') + '","code":"' + $result.Status + '"' + $reported + '}'
    }
}
$line = '{"naccs":"remediate","code":"' + $code + '","exit":' + $exitCode + ',"count":' + $results.Count + ',"certificates":[' + ($list -join ',') + ']}'
$deadline.Dispose()
[Console]::Out.WriteLine($line)
exit $exitCode
