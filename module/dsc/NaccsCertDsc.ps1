<#
.SYNOPSIS
The operations of the DSC v3 resources NaccsCert/Reminder and NaccsCert/Policy.

.DESCRIPTION
dsc.exe runs this script as the manifests beside it say. It puts out one line of JSON in ASCII: the state of the resource. Messages are lines
of JSON on standard error, which dsc.exe shows. Exit codes: 0, 1 when it failed, 2 when the input cannot be used.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [ValidateSet('Reminder', 'Policy')] [string] $Resource,
    [Parameter(Mandatory)] [ValidateSet('Get', 'Test', 'Set')] [string] $Operation,

    # The desired state as JSON. By argument: Windows PowerShell would decode standard input by the code page of the console.
    [string] $InputJson = ''
)

Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'
$policyKey = 'Software\Policies\NaccsCert'

# On one line, in ASCII, which no code page can garble.
function ConvertTo-AsciiJson($Value) {
    [regex]::Replace((ConvertTo-Json $Value -Compress), '[^ -~]', { '\u{0:x4}' -f [int] $args[0].Value[0] })
}

function Write-DscMessage([string] $Level, [string] $Text) {
    [Console]::Error.WriteLine((ConvertTo-AsciiJson @{ $Level = $Text }))
}

function Read-DesiredState([string] $Json, [string[]] $Known) {
    $state = if ($Json.Trim()) { ConvertFrom-Json $Json } else { [pscustomobject] @{} }
    if ($state -isnot [Management.Automation.PSCustomObject]) { throw [ArgumentException]::new('The input is not a JSON object.') }
    $desired = @{}
    foreach ($property in $state.PSObject.Properties) {
        if ($Known -cnotcontains $property.Name) { throw [ArgumentException]::new("Unknown property: $($property.Name)") }
        $desired[$property.Name] = $property.Value
    }
    $desired
}

function Test-DesiredState($Desired, $Actual) {
    @($Desired.Keys.Where({ $Actual[$_] -cne $Desired[$_] })).Count -eq 0
}

# What a reminder works with where Group Policy decides is what holds, not what was asked for.
function Get-ReminderState {
    $reminder = Get-NaccsRenewalReminder
    [ordered] @{
        _exist     = "$($reminder.Status)" -ne 'NotRegistered'
        autoRenew  = $reminder.AutoRenew
        status     = "$($reminder.Status)"
        remindedBy = "$($reminder.RemindedBy)"
        reason     = $reminder.Reason
    }
}

function Write-ReminderState($Desired) {
    $options = @{ Confirm = $false; WarningAction = 'SilentlyContinue'; WarningVariable = 'warnings' }
    $warnings = @()
    if ($Desired['_exist']) { $null = Register-NaccsRenewalReminder -AutoRenew:$Desired['autoRenew'] @options }
    else { $null = Unregister-NaccsRenewalReminder @options }
    foreach ($warning in $warnings) { Write-DscMessage 'warn' "$warning" }
}

function Get-PropertyName([string] $Setting) { $Setting.Substring(0, 1).ToLowerInvariant() + $Setting.Substring(1) }

# What the registry has, not what the module makes of it: 'proxy:8080' and 'http://proxy:8080/' mean the same.
function Get-PolicyState {
    $state = [ordered] @{}
    $key = if ([Environment]::OSVersion.Platform -eq 'Win32NT') { [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey($policyKey) }
    foreach ($policy in Get-NaccsPolicy) {
        $value = if ($key) { $key.GetValue($policy.Name) }
        if ($policy.Value -is [bool] -and $value -is [int]) { $value = $value -eq 1 }
        $state[(Get-PropertyName $policy.Name)] = $value
    }
    $state
}

function Write-PolicyValue($Key, [string] $Setting, $Value) {
    if ($null -eq $Value) { $Key.DeleteValue($Setting, $false) }
    elseif ($Value -is [string]) { $Key.SetValue($Setting, $Value, 'String') }
    else { $Key.SetValue($Setting, [int] $Value, 'DWord') }
}

function Write-PolicyState($Desired, $Actual) {
    if ([Environment]::OSVersion.Platform -ne 'Win32NT') { throw [PlatformNotSupportedException]::new('Group Policy needs Windows.') }
    $key = [Microsoft.Win32.Registry]::LocalMachine.CreateSubKey($policyKey)
    foreach ($policy in Get-NaccsPolicy) {
        $name = Get-PropertyName $policy.Name
        if (-not $Desired.ContainsKey($name)) { continue }
        Write-PolicyValue $key $policy.Name $Desired[$name]

        # The module says whether it can use the value. One that it cannot would count as not set.
        $written = Get-NaccsPolicy $policy.Name
        if ($null -ne $Desired[$name] -and "$($written.Source)" -ne 'Computer') {
            Write-PolicyValue $key $policy.Name $Actual[$name]
            throw [ArgumentException]::new("${name}: $($written.Reason)")
        }
    }
}

try {
    Import-Module (Join-Path (Split-Path $PSScriptRoot) 'NaccsCert.psd1')
    $isReminder = $Resource -eq 'Reminder'
    $actual = if ($isReminder) { Get-ReminderState } else { Get-PolicyState }
    $desired = Read-DesiredState $InputJson @($actual.Keys)
    if ($isReminder) {
        @('status', 'remindedBy', 'reason').ForEach({ $desired.Remove($_) })
        if (-not $desired.ContainsKey('_exist')) { $desired['_exist'] = $true }
        if (-not $desired['_exist']) { $desired.Remove('autoRenew') }
        elseif (-not $desired.ContainsKey('autoRenew')) { $desired['autoRenew'] = $actual['autoRenew'] }
    }

    $isDesired = Test-DesiredState $desired $actual
    if ($Operation -eq 'Set' -and -not $isDesired) {
        if ($isReminder) { Write-ReminderState $desired } else { Write-PolicyState $desired $actual }
        $actual = if ($isReminder) { Get-ReminderState } else { Get-PolicyState }
    }
    if ($Operation -eq 'Test') { $actual['_inDesiredState'] = $isDesired }
    ConvertTo-AsciiJson $actual
    exit 0
}
catch {
    Write-DscMessage 'error' "$(if ($_.ErrorDetails) { $_.ErrorDetails.Message } else { $_.Exception.Message })"
    exit $(if ($_.Exception -is [ArgumentException]) { 2 } else { 1 })
}
