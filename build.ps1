<#
.SYNOPSIS
The front door of this repository for PowerShell people; dotnet does the work underneath.

.DESCRIPTION
Pester, PlatyPS and PSScriptAnalyzer are installed for the current user from the gallery where it can be reached, in the versions
that are named here. Where it cannot, a task that needs one says so and fails.

.EXAMPLE
./build.ps1
Builds and stages the module in out/NaccsCert.

.EXAMPLE
./build.ps1 -Task Docs, Build, Test, Pester, Analyze, Package
All that is to pass before a change is proposed.

.EXAMPLE
./build.ps1 -Task Install
Copies the built module to the user's own modules, for the PowerShell that runs this. No administrator rights are needed,
and certificates are not touched. Run again, it repairs or updates what is there.
#>
[CmdletBinding()]
param(
    # What to do, in this order.
    [ValidateSet('Build', 'Test', 'Pester', 'Docs', 'Analyze', 'Package', 'Install')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$solution = Join-Path $PSScriptRoot 'NaccsCert.sln'
$staged = Join-Path $PSScriptRoot 'out/NaccsCert'
$pinned = @{ Pester = '5.7.1'; PSScriptAnalyzer = '1.24.0'; 'Microsoft.PowerShell.PlatyPS' = '1.0.1' }

function Invoke-Dotnet([string[]] $Arguments) {
    & dotnet $Arguments
    if ($LASTEXITCODE -ne 0) { throw "dotnet $Arguments ended with exit code $LASTEXITCODE." }
}

# Loads a tool: that of the pinned version or a later one that is installed, or else that of the gallery.
function Import-Tool([string] $Name) {
    $version = $pinned[$Name]
    if (-not (Get-Module $Name -ListAvailable | Where-Object Version -GE $version)) {
        try { Install-Module $Name -RequiredVersion $version -Scope CurrentUser -Force -SkipPublisherCheck }
        catch { throw "$Name $version is not installed, and the gallery cannot be reached: $_" }
    }
    Import-Module $Name -MinimumVersion $version
}

function Invoke-Acceptance {
    Import-Tool Pester
    $run = Invoke-Pester -Path (Join-Path $PSScriptRoot 'tests/*.Tests.ps1') -Output Detailed -PassThru
    if ($run.Result -ne 'Passed') { throw "Pester: $($run.FailedCount) failed." }
}

function Invoke-Analysis {
    Import-Tool PSScriptAnalyzer
    $settings = Join-Path $PSScriptRoot 'PSScriptAnalyzerSettings.psd1'
    $scripts = Get-ChildItem $PSScriptRoot -Recurse -Include *.ps1, *.psm1 -Force | Where-Object FullName -NotMatch '[\\/](bin|obj|out)[\\/]'
    $findings = @($scripts | ForEach-Object { Invoke-ScriptAnalyzer -Path $_.FullName -Settings $settings })
    $findings | ForEach-Object { "$($_.ScriptName):$($_.Line): $($_.RuleName): $($_.Message)" } | Out-Host
    if ($findings) { throw "PSScriptAnalyzer: $($findings.Count) findings." }
    "PSScriptAnalyzer $((Get-Module PSScriptAnalyzer).Version): $(@($scripts).Count) scripts, no findings."
}

# The help files from their pages. They are kept in the repository, as only this task needs PlatyPS.
function Export-Help {
    Import-Tool Microsoft.PowerShell.PlatyPS
    foreach ($language in 'en-US', 'ja-JP') {
        & (Join-Path $PSScriptRoot 'tools/CommandHelp/Export-CommandHelp.ps1') -Pages (Join-Path $PSScriptRoot "docs/$language") `
            -Destination (Join-Path $PSScriptRoot "module/$language")
    }
}

function Install-Staged {
    $version = (Test-ModuleManifest (Join-Path $staged 'NaccsCert.psd1')).Version
    $modules = ($env:PSModulePath -split [IO.Path]::PathSeparator)[0]
    $target = Join-Path $modules "NaccsCert/$version"
    if (Test-Path $target) { Remove-Item $target -Recurse -Force }
    $null = New-Item $target -ItemType Directory -Force
    Copy-Item (Join-Path $staged '*') $target -Recurse
    "Installed in $target"
}

foreach ($name in $Task) {
    switch ($name) {
        'Build' { Invoke-Dotnet -Arguments 'build', $solution, '-c', $Configuration }
        'Test' { Invoke-Dotnet -Arguments 'test', '--solution', $solution, '-c', $Configuration }
        'Pester' { Invoke-Acceptance }
        'Docs' { Export-Help }
        'Analyze' { Invoke-Analysis }
        'Package' { Invoke-Dotnet -Arguments 'pack', (Join-Path $PSScriptRoot 'module/NaccsCert.Module.csproj'), '-c', $Configuration }
        'Install' { Install-Staged }
    }
}
