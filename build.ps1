<#
.SYNOPSIS
The front door of this repository for PowerShell people; dotnet does the work underneath.

.DESCRIPTION
What a task needs is brought in the versions that are named in the repository: Pester with the packages of the build,
PlatyPS and PSScriptAnalyzer for the current user from the PowerShell Gallery, where they are missing. Where the gallery
cannot be reached, a task that needs one of the two says so and fails.

.EXAMPLE
./build.ps1
Builds and stages the module in out/NaccsCert.

.EXAMPLE
./build.ps1 -Task Docs, Analyze, Build, Test, Package, Pester
All that is to pass before a change is proposed.

.EXAMPLE
./build.ps1 -Task Package -SigningCertificate ./signing.pfx -SigningPassword (Read-Host -AsSecureString)
Makes the package of a signed copy of the module.

.EXAMPLE
./build.ps1 -Task Installer
Makes the installer for one user (MSI). It takes Debian's packages wixl and msitools.

.EXAMPLE
./build.ps1 -Task Install
Copies the built module to the user's own modules, for the PowerShell that runs this. No administrator rights are needed,
and certificates are not touched. Run again, it repairs or updates what is there; -Task Uninstall removes it.
#>
[CmdletBinding()]
param(
    # What to do, in this order.
    [ValidateSet('Build', 'Test', 'Pester', 'Docs', 'Analyze', 'Package', 'Installer', 'Install', 'Uninstall')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    # The cultures in which the Pester suite is run, one after the other.
    [string[]] $Culture = ('en-US', 'ja-JP', 'tr-TR'),

    # A PKCS#12 file, or on Windows the thumbprint of a certificate, that signs what is packed. Empty: nothing is signed.
    [string] $SigningCertificate = '',

    [securestring] $SigningPassword = [securestring]::new(),

    # The address of a time stamp authority (RFC 3161).
    [string] $TimestampServer = ''
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot 'tests/Rehearsal.psm1')

$solution = Join-Path $PSScriptRoot 'NaccsCert.sln'
$staged = Join-Path $PSScriptRoot 'out/NaccsCert'
$languages = 'en-US', 'ja-JP'
$pinned = @{ PSScriptAnalyzer = '1.25.0'; 'Microsoft.PowerShell.PlatyPS' = '1.0.3' }

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

function Invoke-Acceptance([string[]] $Cultures) {
    $project = Join-Path $PSScriptRoot 'tools/Build'
    Invoke-Dotnet -Arguments 'restore', $project, '--verbosity', 'quiet'
    $pester = Invoke-Dotnet -Arguments 'msbuild', $project, '-getProperty:PesterModule'
    $program, $first = Get-Shell
    foreach ($one in $Cultures) {
        Use-ScratchHome {
            & $program $first -NoProfile -NonInteractive -File (Join-Path $PSScriptRoot 'tests/Invoke-Acceptance.ps1') -Pester $pester -Culture $one
        }
        if ($LASTEXITCODE -ne 0) { throw "Pester: the suite failed in $one." }
    }
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
    foreach ($language in $languages) {
        & (Join-Path $PSScriptRoot 'tools/CommandHelp/Export-CommandHelp.ps1') -Pages (Join-Path $PSScriptRoot "docs/$language") `
            -Destination (Join-Path $PSScriptRoot "module/$language")
    }
}

# Packs the module, or a copy of it that is signed: the staged module is what the next build compares itself with.
function Invoke-Packing([string[]] $Pack, [hashtable] $Signing) {
    $arguments = $Pack + (Join-Path $PSScriptRoot 'module/NaccsCert.Module.csproj') + '-c' + $Configuration
    if ($Signing.Certificate) {
        $copy = Join-Path $PSScriptRoot 'out/signed/NaccsCert'
        if (Test-Path $copy) { Remove-Item $copy -Recurse -Force }
        Copy-Item $staged $copy -Recurse
        & (Join-Path $PSScriptRoot 'tools/Signing/Add-Signature.ps1') -Path $copy @Signing
        $arguments += "-p:PackedModuleFolder=$copy"
    }
    Invoke-Dotnet -Arguments $arguments
}

# The installer is signed as well as what is in it, and the checksum is that of the signed one.
function Invoke-InstallerPacking([hashtable] $Signing) {
    Invoke-Packing -Pack 'build', '-t:PackInstaller' -Signing $Signing
    if (-not $Signing.Certificate) { return }
    $folder = Join-Path $PSScriptRoot 'out/package'
    & (Join-Path $PSScriptRoot 'tools/Signing/Add-Signature.ps1') -Path $folder @Signing
    foreach ($installer in Get-ChildItem $folder -Filter *.msi) {
        $line = "$((Get-FileHash $installer.FullName).Hash.ToLowerInvariant())  $($installer.Name)`n"
        [IO.File]::WriteAllText("$($installer.FullName).sha256", $line)
    }
}

# Where the user's own modules are, for the PowerShell that runs this.
function Get-ModuleFolder { Join-Path ($env:PSModulePath -split [IO.Path]::PathSeparator)[0] 'NaccsCert' }

function Clear-ModuleFolder([string] $Folder) {
    if (-not (Test-Path $Folder)) { return }
    # All of it or nothing: a folder of which a session has loaded an assembly cannot be renamed.
    $condemned = "$Folder.$([guid]::NewGuid().ToString('N'))"
    try { Move-Item $Folder $condemned }
    catch { throw "$Folder is in use. Close the PowerShell windows that have loaded NaccsCert, and try again: $_" }
    Remove-Item $condemned -Recurse -Force
}

function Install-Staged {
    $target = Join-Path (Get-ModuleFolder) (Test-ModuleManifest (Join-Path $staged 'NaccsCert.psd1')).Version
    Clear-ModuleFolder $target
    $null = New-Item $target -ItemType Directory -Force
    Copy-Item (Join-Path $staged '*') $target -Recurse
    "Installed in $target"
}

# Certificates and keys stay, as the manual has it (8); the reminder would call what is no longer there.
function Uninstall-Staged {
    $program, $first = Get-Shell
    & $program $first -NoProfile -NonInteractive -Command `
        "Import-Module '$staged'; if ((Get-NaccsRenewalReminder).Status -ne 'NotRegistered') { Unregister-NaccsRenewalReminder }"
    Clear-ModuleFolder (Get-ModuleFolder)
    "Removed from $(Get-ModuleFolder)"
}

$signing = @{ Certificate = $SigningCertificate; Password = $SigningPassword; TimestampServer = $TimestampServer }
foreach ($name in $Task) {
    switch ($name) {
        'Build' { Invoke-Dotnet -Arguments 'build', $solution, '-c', $Configuration }
        'Test' { Invoke-Dotnet -Arguments 'test', '--solution', $solution, '-c', $Configuration }
        'Pester' { Invoke-Acceptance $Culture }
        'Docs' { Export-Help }
        'Analyze' { Invoke-Analysis }
        'Package' { Invoke-Packing -Pack 'pack' -Signing $signing }
        'Installer' { Invoke-InstallerPacking $signing }
        'Install' { Install-Staged }
        'Uninstall' { Uninstall-Staged }
    }
}
