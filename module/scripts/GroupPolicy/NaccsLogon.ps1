<#
.SYNOPSIS
Logon script for Group Policy: looks offline whether a NACCS digital certificate is due, and renews it silently where
Group Policy or -AutoRenew wants that.

.DESCRIPTION
Assign it under User Configuration, Windows Settings, Scripts (Logon). It prints nothing, asks nobody anything, and ends
with 0 whatever happens; the network is used only for a renewal. What it did stands as one line of JSON in
%LOCALAPPDATA%\NaccsCert\logs\logon.jsonl, and in detail beside it in naccscert.jsonl.
#>
param(
    # The service definition: a name or the path of a JSON file. Empty: that of Group Policy, or NACCS.
    [string] $Service = '',

    # Renews due certificates silently, each at a moment of its own, where Group Policy says nothing about it.
    [switch] $AutoRenew,

    # Registers the renewal reminder of the user, where there is none.
    [switch] $RegisterReminder,

    # Ends the script after that many seconds.
    [int] $DeadlineSeconds = 60
)

if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') { exit 0 }

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

# Adds a line to the log; a full one gives way first. A log that cannot be written is no reason to hold up a logon.
function Write-LogonLog([string] $Code, [string] $Detail) {
    $folder = [IO.Path]::Combine([Environment]::GetFolderPath('LocalApplicationData'), 'NaccsCert', 'logs')
    $file = [IO.Path]::Combine($folder, 'logon.jsonl')
    $line = '{{"time":"{0:yyyy-MM-ddTHH:mm:ssZ}","code":"{1}","detail":{2}}}' -f [DateTime]::UtcNow, $Code, (ConvertTo-JsonString $Detail)
    try {
        $null = [IO.Directory]::CreateDirectory($folder)
        if ([IO.File]::Exists($file) -and ([IO.FileInfo] $file).Length -gt 256KB) { [IO.File]::Delete($file) }
        [IO.File]::AppendAllText($file, $line + "`n")
    }
    catch { $null = $_ }
}

# Does the work, and gives its outcome with what to know of it.
function Invoke-Logon {
    $problem = Import-NaccsModule
    if ($problem) { return $problem, '' }
    $account = Test-NaccsAccount
    if (-not $account.CanEnroll) { return "$($account.Error)", $account.Reason }
    $named = if ($Service) { @{ Service = $Service } } else { @{} }
    $results = @(Invoke-NaccsRenewalReminder -AutoRenew:$AutoRenew -NoNotice -Confirm:$false -ErrorAction SilentlyContinue @named)
    if ($RegisterReminder -and (Get-NaccsRenewalReminder @named).Status -eq 'NotRegistered') {
        $null = Register-NaccsRenewalReminder -AutoRenew:$AutoRenew -Confirm:$false
    }
    foreach ($code in 'Failed', 'ReissueRequired', 'Waiting', 'Renewed', 'RenewalDue', 'Scheduled') {
        foreach ($result in $results) {
            if ("$($result.Status)" -eq $code) { return $code, "$($result.Terminal): $($result.Reason)" }
        }
    }
    'NotDue', ''
}

$deadline = Limit-RunTime $DeadlineSeconds '' 0
try { $code, $detail = Invoke-Logon }
catch {
    $code = ($_.FullyQualifiedErrorId -split ',')[0] -replace '[^A-Za-z0-9_.-]', ''
    $detail = $_.Exception.Message
}
$null = $deadline.Set()
Write-LogonLog $code $detail
exit 0
