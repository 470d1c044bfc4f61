# What changes something says what it would do under -WhatIf, and does not do it.
BeforeAll {
    Import-Module "$PSScriptRoot/../out/NaccsCert" -Force
    Import-Module "$PSScriptRoot/Rehearsal.psm1" -Force
    $script:rehearsal = Open-Rehearsal
    $script:way = Get-Way $rehearsal
    $script:service = @{ Service = $rehearsal.Service }
    $script:codes = Get-CodeSet $rehearsal
    $script:current = Request-NaccsCertificate @codes @way -SkipRootCA -Exportable -Force
    $script:password = Get-Password pass
    $script:file = Join-Path $TestDrive 'terminal.p12'
    Save-Pkcs12 -StoreName $way.StoreName -Thumbprint $current.Thumbprint -Path $file -Password $password
    $script:codes = Get-CodeSet $rehearsal
    $script:unfinished = Request-NaccsCertificate -OutFile (Join-Path $TestDrive 'request.csr') @way -Force

    # All that a command could change here.
    function Get-Footprint {
        Get-NaccsCertificate @way -IncludeArchived | ForEach-Object { "$($_.Thumbprint) $($_.Status) $($_.Archived)" }
        Get-NaccsCertificate @service -StoreName "$($way.StoreName)Other" | ForEach-Object Thumbprint
        Get-NaccsEnrollment @service | ForEach-Object { "$($_.EnrollmentId) $($_.Status) $($_.Attempts)" }
        (Get-NaccsRenewalReminder).Status
        Get-ChildItem $TestDrive | ForEach-Object Name
    }
}

AfterAll {
    Remove-NaccsEnrollment $unfinished.EnrollmentId @service -Confirm:$false
    Close-Rehearsal $rehearsal
}

Describe 'Under -WhatIf' {
    It '<_> changes nothing' -ForEach @(
        'Export-NaccsSupportBundle (Join-Path $TestDrive bundle.zip) @way'
        'Import-NaccsCertificate $file -Password $password @service -StoreName "$($way.StoreName)Other"'
        'Install-NaccsRootCA @service'
        'Invoke-NaccsRenewalReminder @way -AutoRenew -NoNotice'
        'New-NaccsFleetReport -ExpectedComputer PC01 -OutputPath (Join-Path $TestDrive fleet.html)'
        'New-NaccsServiceDefinition changed -From $way.Service -Path (Join-Path $TestDrive changed.json)'
        'Register-NaccsRenewalReminder @service'
        'Remove-NaccsCertificate $current.Thumbprint @way -Force'
        'Remove-NaccsEnrollment $unfinished.EnrollmentId @service'
        'Request-NaccsCertificate @codes @way'
        'Restore-NaccsCertificate * @way'
        'Resume-NaccsEnrollment $unfinished.EnrollmentId @codes @way'
        'Unregister-NaccsRenewalReminder'
        'Update-NaccsCertificate @way'
    ) {
        $before = Get-Footprint
        $command = [scriptblock]::Create("$_ -WhatIf -ErrorAction SilentlyContinue")
        & $command | Where-Object Changed | Should -BeNullOrEmpty
        Get-Footprint | Should -Be $before
    }

    It 'no command is left out' {
        $all = (Get-Command -Module NaccsCert | Where-Object { $_.Parameters.ContainsKey('WhatIf') }).Name
        $tried = Select-String -Path $PSCommandPath -Pattern "^        '(\w+-Naccs\w+)" | ForEach-Object { $_.Matches[0].Groups[1].Value }
        $tried | Should -Be $all
    }
}
