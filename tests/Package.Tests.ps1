# The package in the hands of a user without administrator rights: installed, used, repaired, updated and removed.
BeforeDiscovery { Import-Module "$PSScriptRoot/Rehearsal.psm1" -Force }

BeforeAll {
    Import-Module "$PSScriptRoot/../out/NaccsCert" -Force
    Import-Module "$PSScriptRoot/Rehearsal.psm1" -Force
    $script:root = [IO.Path]::GetFullPath("$PSScriptRoot/..")
    $script:rehearsal = Open-Rehearsal
    $script:way = Get-Way $rehearsal
    $codes = Get-CodeSet $rehearsal
    $script:thumbprint = (Request-NaccsCertificate @codes @way -KeyAlgorithm EcdsaP256 -SkipRootCA -Force).Thumbprint
    $script:program, $script:first = Get-Shell

    # What a new session of the user finds; nothing of this one's.
    function Invoke-Session([string] $Command) {
        & $program $first -NoProfile -NonInteractive -Command $Command
    }

    function Write-Package([string] $Folder, [string] $Version) {
        $module = Join-Path $TestDrive "$Version/NaccsCert"
        $null = New-Item (Split-Path $module) -ItemType Directory -Force
        Copy-Item "$root/out/NaccsCert" $module -Recurse
        $manifest = Join-Path $module 'NaccsCert.psd1'
        $text = [IO.File]::ReadAllText($manifest) -replace "(?m)^(\s+ModuleVersion\s+= )'.*'", "`${1}'$Version'"
        [IO.File]::WriteAllText($manifest, $text, [Text.UTF8Encoding]::new($true))
        & dotnet "$root/tools/Build/bin/Release/net10.0/NaccsCert.Build.dll" package $module $Folder
    }
}

AfterAll { Close-Rehearsal $rehearsal }

# PSResourceGet comes with PowerShell 7.4 and later, and not with Windows PowerShell.
Describe 'The package from a gallery' -Skip:(-not (Get-Command Install-PSResource -ErrorAction Ignore)) {
    BeforeAll {
        $script:feed = Join-Path $TestDrive 'feed'
        $null = Write-Package $feed '0.9.0'
        Register-PSResourceRepository -Name NaccsCertFeed -Uri $feed -Trusted
        $script:from = @{ Repository = 'NaccsCertFeed' }
    }

    AfterAll { Unregister-PSResourceRepository NaccsCertFeed }

    It 'is found with its commands' {
        $found = Find-PSResource NaccsCert @from
        $found.Version | Should -Be '0.9.0'
        $found.Includes.Cmdlet | Should -Contain 'Request-NaccsCertificate'
    }

    It 'is installed for the user, and a new session has its commands and its help' {
        Install-PSResource NaccsCert -Scope CurrentUser @from
        Invoke-Session '(Get-Command Request-NaccsCertificate).Version.ToString()' | Should -Be '0.9.0'
        Invoke-Session '(Get-Help Request-NaccsCertificate -Examples | Out-String) -match "PS> Request-NaccsCertificate"' | Should -Be 'True'
    }

    It 'is repaired after a file was lost' {
        $folder = (Get-InstalledPSResource NaccsCert).InstalledLocation
        $lost = (Get-ChildItem $folder -Recurse -Filter NaccsCert.Records.dll).FullName
        Remove-Item $lost
        Install-PSResource NaccsCert -Scope CurrentUser -Reinstall @from
        $lost | Should -Exist
        Invoke-Session '(Test-NaccsCompliance).Code' | Should -Not -BeNullOrEmpty
    }

    It 'is updated' {
        $null = Write-Package $feed '0.9.1'
        Update-PSResource NaccsCert @from
        Invoke-Session '(Get-Command Request-NaccsCertificate).Version.ToString()' | Should -Be '0.9.1'
    }

    It 'is removed, and certificates stay' {
        Uninstall-PSResource NaccsCert -Version '*'
        Invoke-Session '[bool] (Get-Command Request-NaccsCertificate -ErrorAction Ignore)' | Should -Be 'False'
        (Test-NaccsCertificate $thumbprint @way).Checks | Where-Object Name -EQ Key | ForEach-Object Status | Should -Be 'Passed'
    }
}

# The lines at the beginning of the README. What marks a file as downloaded and what keeps scripts from running are Windows' own.
Describe 'The archive, as <_> has it installed' -ForEach 'README.md', 'README.ja.md' {
    BeforeAll {
        $script:folder = Join-Path $TestDrive "$_"
        $script:modules = Join-Path $TestDrive "$_ Modules"
        $null = & dotnet "$root/tools/Build/bin/Release/net10.0/NaccsCert.Build.dll" package "$root/out/NaccsCert" $folder
        $block = [regex]::Match([IO.File]::ReadAllText("$root/$_"), '(?s)```powershell\n(.+?)\n```').Groups[1].Value
        $script:lines = $block -split '\n' -replace '\s+#.*$'
    }

    It 'is unblocked, unpacked, allowed and imported, and asks for the codes' {
        $lines -replace ' .*' | Should -Be 'Unblock-File', 'Expand-Archive', 'Set-ExecutionPolicy', 'Import-Module', 'Request-NaccsCertificate'
    }

    It 'is there for a new session, with nothing but those lines' {
        $windows = $PSVersionTable.PSEdition -eq 'Desktop' -or $IsWindows
        $typed = if ($windows) { $lines[0..3] } else { $lines[1, 3] }
        $version = Invoke-Session ("Set-Location '$folder'; `$env:PSModulePath = '$modules'; " + ($typed -join '; ') +
            '; "$((Get-Command Request-NaccsCertificate).Module.ModuleBase)"')
        $version | Should -Be (Join-Path $modules "NaccsCert/$((Get-Module NaccsCert).Version)")
    }
}

Describe 'build.ps1' {
    BeforeAll {
        $script:version = (Get-Module NaccsCert).Version.ToString()
        $script:folder = Join-Path ($env:PSModulePath -split [IO.Path]::PathSeparator)[0] "NaccsCert/$version"
        function Invoke-Build([string] $Task) {
            $null = & $program $first -NoProfile -NonInteractive -File "$root/build.ps1" -Task $Task
            $LASTEXITCODE
        }
    }

    It 'installs for the user' {
        Invoke-Build Install | Should -Be 0
        Invoke-Session '(Get-Command Request-NaccsCertificate).Version.ToString()' | Should -Be $version
    }

    It 'repairs what was lost, and leaves nothing else behind' {
        Remove-Item (Join-Path $folder 'NaccsCert.psd1')
        Invoke-Build Install | Should -Be 0
        Invoke-Session '(Get-Command Request-NaccsCertificate).Version.ToString()' | Should -Be $version
        (Get-ChildItem (Split-Path $folder)).Name | Should -Be $version
    }

    It 'removes it, and certificates stay' {
        Invoke-Build Uninstall | Should -Be 0
        Invoke-Session '[bool] (Get-Command Request-NaccsCertificate -ErrorAction Ignore)' | Should -Be 'False'
        (Get-NaccsCertificate $thumbprint @way).Thumbprint | Should -Be $thumbprint
    }
}

# Shown with osslsigncode, where it is there and new enough to sign scripts; Windows' own way takes a certificate that Windows trusts.
Describe 'A signed copy' -Skip:(-not (Test-Signing)) {
    BeforeAll {
        $script:copy = Join-Path $TestDrive 'signed/NaccsCert'
        $null = New-Item (Split-Path $copy) -ItemType Directory
        Copy-Item "$root/out/NaccsCert" $copy -Recurse
        $key = [Security.Cryptography.RSA]::Create(2048)
        $request = [Security.Cryptography.X509Certificates.CertificateRequest]::new(
            'CN=NaccsCert Rehearsal', $key, 'SHA256', [Security.Cryptography.RSASignaturePadding]::Pkcs1)
        $purposes = [Security.Cryptography.OidCollection]::new()
        $null = $purposes.Add('1.3.6.1.5.5.7.3.3')
        $request.CertificateExtensions.Add([Security.Cryptography.X509Certificates.X509EnhancedKeyUsageExtension]::new($purposes, $true))
        $signer = $request.CreateSelfSigned([DateTimeOffset]::UtcNow.AddDays(-1), [DateTimeOffset]::UtcNow.AddDays(1))
        $script:authority = Join-Path $TestDrive 'signer.pem'
        $script:container = Join-Path $TestDrive 'signer.p12'
        [IO.File]::WriteAllText($authority, $signer.ExportCertificatePem())
        [IO.File]::WriteAllBytes($container, $signer.Export('Pkcs12', 'rehearsal'))
        $script:password = Get-Password rehearsal

        function Test-Signature([string] $File) {
            $null = osslsigncode verify -in $File -CAfile $authority 2>&1
            $LASTEXITCODE -eq 0
        }
    }

    It 'has a signature on every file of ours that is checked' {
        & "$root/tools/Signing/Add-Signature.ps1" -Path $copy -Certificate $container -Password $password
        $files = Get-ChildItem $copy -Recurse -Include NaccsCert*.dll, *.ps1, *.psd1, *.ps1xml
        $files.Count | Should -BeGreaterThan 10
        $files | ForEach-Object { Test-Signature $_.FullName | Should -BeTrue -Because $_.Name }
        (Get-ChildItem $copy -Recurse -Filter *.signed) | Should -BeNullOrEmpty
    }

    It 'works' { Invoke-Session "Import-Module '$copy'; (Test-NaccsCompliance).Code" | Should -Not -BeNullOrEmpty }

    It 'makes an installer that is signed as well' -Skip:(-not (Get-Command wixl -ErrorAction Ignore)) {
        $folder = Join-Path $TestDrive 'installer'
        $installer = & dotnet "$root/tools/Build/bin/Release/net10.0/NaccsCert.Build.dll" installer $copy $folder
        & "$root/tools/Signing/Add-Signature.ps1" -Path $folder -Certificate $container -Password $password
        Test-Signature $installer | Should -BeTrue
    }

    It 'shows a change' {
        $script = Join-Path $copy 'scripts/Intune/Detect-NaccsCertificate.ps1'
        [IO.File]::WriteAllText($script, [IO.File]::ReadAllText($script).Replace('exit 1', 'exit 0'))
        Test-Signature $script | Should -BeFalse
    }

    It 'is not made with a wrong password' {
        { & "$root/tools/Signing/Add-Signature.ps1" -Path $copy -Certificate $container } | Should -Throw
    }
}
