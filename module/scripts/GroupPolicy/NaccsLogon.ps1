<#
.SYNOPSIS
Logon script for Group Policy: checks without the network whether a NACCS digital certificate is due, and renews it if
Group Policy or -AutoRenew says so.

.DESCRIPTION
Assign it under User Configuration, Windows Settings, Scripts (Logon). It prints nothing, asks nothing, and always ends
with exit code 0. It uses the network only to renew. The result is written as one line of JSON to
%LOCALAPPDATA%\NaccsCert\logs\logon.jsonl, and the details to naccscert.jsonl. What would have needed an answer is left
out and named in "leftOut": "root" or "credentials".

With -ReportPath or the policy of that name, it leaves one small file for each user and computer in a shared folder, as
a rule once a day. A folder that cannot be reached is a line of the log, with the code ReportUnwritable.
#>
param(
    # The service definition: a name or the path of a JSON file. Empty: that of Group Policy, or NACCS.
    [string] $Service = '',

    # Renews due certificates automatically, each at its own time, if Group Policy does not set it.
    [switch] $AutoRenew,

    # Registers the renewal reminder of the user, if there is none.
    [switch] $RegisterReminder,

    # A shared folder in which a report on this user and computer is left, such as \\server\NaccsReports. Empty: that of
    # Group Policy, or none.
    [string] $ReportPath = '',

    # Ends the script after that many seconds.
    [int] $DeadlineSeconds = 60
)

# Where App Control or AppLocker does not allow this script, it can still tell so, by cmdlets alone.
if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    $time = (Get-Date).ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ', [cultureinfo]::InvariantCulture)
    $log = "$env:LOCALAPPDATA/NaccsCert/logs/logon.jsonl"
    try {
        $null = New-Item (Split-Path $log) -ItemType Directory -Force -ErrorAction Stop
        if ((Get-Item $log -ErrorAction SilentlyContinue).Length -gt 256KB) { Clear-Content $log -ErrorAction Stop }
        '{"time":"' + $time + '","code":"ConstrainedLanguage","leftOut":[],"detail":""}' | Add-Content $log -ErrorAction Stop
    }
    catch { $null = $_ }
    exit 0
}

# include: Shared

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
function Write-LogonLog([string] $Code, [string[]] $LeftOut, [string] $Detail) {
    $folder = [IO.Path]::Combine([Environment]::GetFolderPath('LocalApplicationData'), 'NaccsCert', 'logs')
    $file = [IO.Path]::Combine($folder, 'logon.jsonl')
    $kinds = foreach ($kind in $LeftOut) { ConvertTo-JsonString $kind }
    $line = '{"time":"' + [DateTime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ssZ', [cultureinfo]::InvariantCulture) +
        '","code":"' + $Code + '","leftOut":[' + ($kinds -join ',') + '],"detail":' + (ConvertTo-JsonString $Detail) + '}'
    try {
        $null = [IO.Directory]::CreateDirectory($folder)
        if ([IO.File]::Exists($file) -and ([IO.FileInfo] $file).Length -gt 256KB) { [IO.File]::Delete($file) }
        [IO.File]::AppendAllText($file, $line + "`n")
    }
    catch { $null = $_ }
}

$deadline = Limit-RunTime -Seconds $DeadlineSeconds -ExitCode 0
$detail = ''
$results = $problems = @()
$named = if ($Service) { @{ Service = $Service } } else { @{} }
$isLoaded = $false
try {
    $code = Import-NaccsModule
    $isLoaded = -not $code
    if ($code -eq 'ModuleBlocked') { $detail = 'Unblock-File' }
    if (-not $code) {
        $account = Test-NaccsAccount
        $code = "$($account.Error)"
        $detail = $account.Reason
    }
    if (-not $code) {
        $results = @(Invoke-NaccsRenewalReminder -AutoRenew:$AutoRenew -NoNotice -NonInteractive -Confirm:$false `
                -ErrorAction SilentlyContinue -ErrorVariable problems @named)
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
Write-LogonLog -Code $code -LeftOut (Find-LeftOut $results $problems) -Detail $detail

# At the very end, and with a time limit of its own: a server that does not answer keeps nothing else from being done.
if ($isLoaded) {
    try {
        if (-not $ReportPath) { $ReportPath = (Get-NaccsPolicy ReportPath).Value }
        if ($ReportPath) { $null = Test-NaccsCompliance -ReportPath $ReportPath -TimeoutSec 10 @named }
    }
    catch { Write-LogonLog -Code (ConvertTo-Code $_) -LeftOut @() -Detail $_.Exception.Message }
}
$deadline.Dispose()
exit 0
