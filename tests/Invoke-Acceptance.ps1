<#
.SYNOPSIS
Runs the Pester suite in this process, in one culture; ends with 1 when something fails.

.DESCRIPTION
build.ps1 -Task Pester starts it, in a process with a home of its own. ja-JP comes with the Japanese calendar, whose years
are not those of the Gregorian one.
#>
param(
    # Pester's manifest, or its name.
    [Parameter(Mandatory)] [string] $Pester,

    # The culture, for formats and for texts.
    [Parameter(Mandatory)] [string] $Culture
)

$ErrorActionPreference = 'Stop'
Import-Module $Pester
$chosen = [cultureinfo]::new($Culture)
if ($Culture -eq 'ja-JP') { $chosen.DateTimeFormat.Calendar = [Globalization.JapaneseCalendar]::new() }
[Threading.Thread]::CurrentThread.CurrentCulture = $chosen
[Threading.Thread]::CurrentThread.CurrentUICulture = $chosen

$settings = New-PesterConfiguration
$settings.Run.Path = $PSScriptRoot
$settings.Run.PassThru = $true
$settings.Output.Verbosity = 'Normal'
$run = Invoke-Pester -Configuration $settings
"Pester $((Get-Module Pester).Version), PowerShell $($PSVersionTable.PSVersion), ${Culture}: " +
    "$($run.PassedCount) passed, $($run.FailedCount) failed, $($run.SkippedCount) skipped"
exit [int] ($run.Result -ne 'Passed' -or $run.PassedCount -eq 0)
