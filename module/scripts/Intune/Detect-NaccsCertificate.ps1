<#
.SYNOPSIS
Detection script of an Intune remediation: does a NACCS digital certificate need to be renewed now?

.DESCRIPTION
Assign it with "Run this script using the logged-on credentials: Yes". It asks no network and changes nothing. It prints
one line of JSON in ASCII and ends with 1 when Remediate-NaccsCertificate.ps1 is to run, or somebody is to look, else
with 0. Intune passes no parameters: change the defaults below where they do not fit.

code                 exit  meaning
Valid                   0  no certificate is due
Scheduled               0  due, and its silent renewal has a moment of its own that has not come
LeftToUser              0  due, and Group Policy leaves renewing to the user
NoCertificate           0  no certificate of the service is there (1 with -RequireCertificate)
RenewalDue              1  due now
ReissueRequired         1  expired or without its key: a re-issue through NSS is needed
AccountIsService, AccountNotDesktopUser, AccountElevatedAsAnother
                        1  the script does not run as the user at the desktop
ModuleMissing, ModuleFailed, ConstrainedLanguage
                        1  the module is not installed, or cannot be loaded here
TimedOut                1  the time was up
(an error id)           1  see about_NaccsCert_Errors
#>
param(
    # The service definition: a name or the path of a JSON file. Empty: that of Group Policy, or NACCS.
    [string] $Service = '',

    # Makes it an error that there is no certificate.
    [switch] $RequireCertificate,

    # Ends the script after that many seconds.
    [int] $DeadlineSeconds = 60
)

if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    '{"naccs":"detect","code":"ConstrainedLanguage","exit":1}'
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

# What is found, worst first.
function Get-Finding {
    $problem = Import-NaccsModule
    if ($problem) { return $problem }
    $account = Test-NaccsAccount
    if (-not $account.CanEnroll) { return "$($account.Error)" }
    $named = if ($Service) { @{ Service = $Service } } else { @{} }
    $script:plans = @(Get-NaccsRenewalPlan -AutoRenew @named)
    foreach ($plan in $plans) {
        $code = "$($plan.Status)"
        if ($code -eq 'NotDue') { $code = 'Valid' }
        elseif ($code -eq 'RenewalDue' -and $null -eq $plan.SilentRenewal) { $code = 'LeftToUser' }
        $script:certificates += [pscustomobject] @{ Code = $code; Plan = $plan }
    }
    foreach ($code in 'ReissueRequired', 'RenewalDue', 'Scheduled', 'LeftToUser', 'Valid') {
        if ($certificates.Code -contains $code) { return $code }
    }
    'NoCertificate'
}

$certificates = @()
$deadline = Limit-RunTime $DeadlineSeconds '{"naccs":"detect","code":"TimedOut","exit":1}' 1
$detail = ''
try { $code = Get-Finding }
catch {
    $code = ($_.FullyQualifiedErrorId -split ',')[0] -replace '[^A-Za-z0-9_.-]', ''
    $detail = ',"detail":' + (ConvertTo-JsonString $_.Exception.Message.Substring(0, [Math]::Min(200, $_.Exception.Message.Length)))
}
$exitCode = if ($code -in 'Valid', 'Scheduled', 'LeftToUser' -or ($code -eq 'NoCertificate' -and -not $RequireCertificate)) { 0 } else { 1 }

# Intune keeps the last 2,048 characters: what is worst comes first, and no more than ten certificates.
$worst = @($certificates | & { process { if ($_.Code -eq $code) { $_ } } }) + @($certificates | & { process { if ($_.Code -ne $code) { $_ } } })
$list = foreach ($certificate in @($worst)[0..9]) {
    if ($certificate) {
        '{{"terminal":{0},"code":"{1}","days":{2}}}' -f (ConvertTo-JsonString $certificate.Plan.Terminal), $certificate.Code, $certificate.Plan.DaysLeft
    }
}
$null = $deadline.Set()
$line = '{{"naccs":"detect","code":"{0}","exit":{1},"count":{2},"certificates":[{3}]{4}}}' -f $code, $exitCode, $certificates.Count, ($list -join ','), $detail
[Console]::Out.WriteLine($line)
exit $exitCode
