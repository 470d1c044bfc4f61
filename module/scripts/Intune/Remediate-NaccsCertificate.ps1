<#
.SYNOPSIS
Remediation script of an Intune remediation: renews the NACCS digital certificates that are due now.

.DESCRIPTION
Assign it with "Run this script using the logged-on credentials: Yes". It renews what Detect-NaccsCertificate.ps1 found,
asks nobody anything, and prints one line of JSON in ASCII. It ends with 0 when nothing is left to be done, else with 1;
what has failed is kept and gone on with at the next run. Intune passes no parameters: change the defaults below where
they do not fit.

code                 exit  meaning
Renewed                 0  every certificate that was due is renewed
NotDue                  0  no certificate is due now
Waiting                 1  the service is in maintenance or answers later, or another process is at it: next run
Failed                  1  a renewal failed; "error" says why, see about_NaccsCert_Errors
ReissueRequired         1  expired or without its key: a re-issue through NSS is needed
AccountIsService, AccountNotDesktopUser, AccountElevatedAsAnother
                        1  the script does not run as the user at the desktop
ModuleMissing, ModuleFailed, ConstrainedLanguage
                        1  the module is not installed, or cannot be loaded here
TimedOut                1  the time was up; what was begun is gone on with at the next run
(an error id)           1  see about_NaccsCert_Errors
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
# module path of a child process may be broken (PowerShell issue 18530), and Windows PowerShell loads modules slowly.
$ErrorActionPreference = 'Stop'
$WarningPreference = $VerbosePreference = $DebugPreference = $InformationPreference = 'SilentlyContinue'
$ProgressPreference = 'SilentlyContinue'

# A JSON string in ASCII, which no console code page can garble.
function ConvertTo-JsonString([string] $Text) {
    $json = foreach ($character in $Text.ToCharArray()) {
        if ($character -eq '"' -or $character -eq '\') { "\$character" }
        elseif ($character -lt ' ' -or $character -gt '~') { '\u{0:x4}' -f [int] $character }
        else { $character }
    }
    '"' + (-join $json) + '"'
}

# Ends the process when the time is up, whatever it hangs in: agents and logons wait for an hour.
function Limit-RunTime([int] $Seconds, [string] $Line, [int] $ExitCode) {
    $state = [initialsessionstate]::Create()
    $state.LanguageMode = 'FullLanguage'
    $done = [System.Threading.ManualResetEvent]::new($false)
    $watch = [powershell]::Create($state).AddScript({
            param($done, $time, $line, $exitCode)
            if (-not $done.WaitOne($time)) {
                if ($line) { [Console]::Out.WriteLine($line) }
                [Environment]::Exit($exitCode)
            }
        }).AddArgument($done).AddArgument($Seconds * 1000).AddArgument($Line).AddArgument($ExitCode)
    $null = $watch.BeginInvoke()
    $done
}

# Loads the module: that beside this script, or the one that is installed. A 32-bit host looks in the 64-bit folders too.
# Gives nothing, or the code that says why not.
function Import-NaccsModule {
    $manifest = if ($PSScriptRoot) { [IO.Path]::Combine($PSScriptRoot, '..', '..', 'NaccsCert.psd1') }
    if (-not $manifest -or -not [IO.File]::Exists($manifest)) {
        $manifest = 'NaccsCert'
        $documents = [Environment]::GetFolderPath('MyDocuments')
        $folders = foreach ($parent in $documents, $env:ProgramW6432) {
            if ($parent) {
                [IO.Path]::Combine($parent, 'WindowsPowerShell', 'Modules')
                [IO.Path]::Combine($parent, 'PowerShell', 'Modules')
            }
        }
        $env:PSModulePath = (@($env:PSModulePath) + $folders) -join [IO.Path]::PathSeparator
    }
    try { Import-Module $manifest }
    catch { if ($_.FullyQualifiedErrorId -like 'Modules_ModuleNotFound,*') { 'ModuleMissing' } else { 'ModuleFailed' } }
}
#endregion

# Renews what is due, and gives the worst outcome.
function Invoke-Renewal {
    $problem = Import-NaccsModule
    if ($problem) { return $problem }
    $account = Test-NaccsAccount
    if (-not $account.CanEnroll) { return "$($account.Error)" }
    $named = if ($Service) { @{ Service = $Service } } else { @{} }
    $script:results = @(Invoke-NaccsRenewalReminder -AutoRenew -NoNotice -Confirm:$false -ErrorAction SilentlyContinue @named)
    foreach ($code in 'Failed', 'ReissueRequired', 'Waiting', 'Renewed') {
        if ("$($results.Status)".Split(' ') -contains $code) { return $code }
    }
    'NotDue'
}

$results = @()
$deadline = Limit-RunTime $DeadlineSeconds '{"naccs":"remediate","code":"TimedOut","exit":1}' 1
$detail = ''
try { $code = Invoke-Renewal }
catch {
    $code = ($_.FullyQualifiedErrorId -split ',')[0] -replace '[^A-Za-z0-9_.-]', ''
    $detail = ',"detail":' + (ConvertTo-JsonString $_.Exception.Message.Substring(0, [Math]::Min(200, $_.Exception.Message.Length)))
}
$exitCode = if ($code -in 'Renewed', 'NotDue') { 0 } else { 1 }

# Intune keeps the last 2,048 characters: no more than ten certificates.
$list = foreach ($result in @($results)[0..9]) {
    if ($result) {
        $reported = if ($result.Error) { ',"error":"' + $result.Error + '"' }
        '{{"terminal":{0},"code":"{1}"{2}}}' -f (ConvertTo-JsonString $result.Terminal), $result.Status, $reported
    }
}
$null = $deadline.Set()
$line = '{{"naccs":"remediate","code":"{0}","exit":{1},"count":{2},"certificates":[{3}]{4}}}' -f $code, $exitCode, $results.Count, ($list -join ','), $detail
[Console]::Out.WriteLine($line)
exit $exitCode
