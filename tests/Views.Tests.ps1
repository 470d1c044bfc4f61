# What people look at, on a console of 80 columns: every output type as a table, as a list and in short.
BeforeAll {
    Import-Module "$PSScriptRoot/../out/NaccsCert" -Force
    Import-Module "$PSScriptRoot/Rehearsal.psm1" -Force
    $script:rehearsal = Open-Rehearsal
    $way = Get-Way $rehearsal
    $codes = Get-CodeSet $rehearsal
    $enrolled = Request-NaccsCertificate @codes @way -KeyAlgorithm EcdsaP256 -SkipRootCA -Force
    $waiting = Request-NaccsCertificate -OutFile (Join-Path $TestDrive 'request.csr') @way -Force
    $list = Join-Path $TestDrive 'terminals.csv'
    Set-Content $list 'Terminal,Issued', '1NEVER,2026-10-01'
    $hosts = Test-NaccsConnectivity -Service $rehearsal.Service
    $script:shown = @{
        NaccsCertificate = Get-NaccsCertificate @way
        NaccsEnrollment = Get-NaccsEnrollment -Service $rehearsal.Service
        EnrollmentResult = $enrolled, $waiting
        CertificateTestResult = Test-NaccsCertificate @way
        Check = $hosts[0].Checks
        ConnectivityResult = $hosts
        ConnectivityStage = Test-NaccsConnectivity -Service $rehearsal.Service -Detailed
        NaccsMaintenanceWindow = Get-NaccsMaintenanceWindow
        ServiceDefinitionTestResult = Test-NaccsServiceDefinition $rehearsal.Service
        # Trusting a root would ask somebody on Windows.
        RootCAResult = [NaccsCert.RootCAResult] @{ Status = 'ConsentRequired'; Name = 'Security Communication RootCA2'; Sha256 = '5' * 64 }
        AccountResult = Test-NaccsAccount
        NaccsPolicy = Get-NaccsPolicy
        RenewalPlan = Get-NaccsRenewalPlan @way
        MigrationResult = Test-NaccsMigration @way -Change Computer
        ReminderResult = Invoke-NaccsRenewalReminder @way -NoNotice
        NaccsRenewalReminder = Get-NaccsRenewalReminder
        ComplianceResult = Test-NaccsCompliance @way
        NaccsLogEntry = Get-NaccsLog -Last 20
        NaccsTerminal = Compare-NaccsTerminal $list @way
        NaccsSupportBundle = Export-NaccsSupportBundle (Join-Path $TestDrive 'bundle.zip') @way
        NaccsFleetReport = New-NaccsFleetReport -ExpectedComputer PC01 -OutputPath (Join-Path $TestDrive 'fleet.html')
    }
    Remove-NaccsEnrollment $waiting.EnrollmentId -Confirm:$false
    $script:labels = [Resources.ResourceManager]::new('NaccsCert.PropertyLabels', [NaccsCert.Check].Assembly)

    # As a console counts: full-width characters take two cells.
    function Get-Cell([string] $Text) { $Text -replace '[^\u0000-\u007f]', '##' }

    # What a view shows for a value of a record.
    $kinds = @{ 'Check.Name' = 'Check'; 'ConnectivityStage.Stage' = 'Check'; 'NaccsEnrollment.Status' = 'EnrollmentStage' }
    function Get-Word($Record, [string] $Property) {
        $value = $Record.$Property
        $kind = $kinds["$($Record.GetType().Name).$Property"]
        if ($value -is [enum]) { $kind = $value.GetType().Name }
        if ($kind) { [NaccsCert.ValueText]::Of($kind, $value) } else { $value }
    }
}

AfterAll { Close-Rehearsal $rehearsal }

Describe 'The views of <Type>' -ForEach @(
    @{ Type = 'NaccsCertificate'; First = 'Status'; Short = 'Terminal' }
    @{ Type = 'NaccsEnrollment'; First = 'Status'; Short = 'EnrollmentId' }
    @{ Type = 'EnrollmentResult'; First = 'Status'; Short = 'Terminal' }
    @{ Type = 'CertificateTestResult'; First = 'Status'; Short = 'Terminal' }
    @{ Type = 'Check'; First = 'Status'; Short = 'Name' }
    @{ Type = 'ConnectivityResult'; First = 'Status'; Short = 'HostName' }
    @{ Type = 'ConnectivityStage'; First = 'Status'; Short = 'Stage' }
    @{ Type = 'NaccsMaintenanceWindow'; First = 'IsCurrent' }
    @{ Type = 'ServiceDefinitionTestResult'; First = 'Status'; Short = 'Location' }
    @{ Type = 'RootCAResult'; First = 'Status'; Short = 'Name' }
    @{ Type = 'AccountResult'; First = 'Status'; Short = 'UserName' }
    @{ Type = 'NaccsPolicy'; First = 'Source'; Short = 'Name' }
    @{ Type = 'RenewalPlan'; First = 'Status'; Short = 'Terminal' }
    @{ Type = 'MigrationResult'; First = 'Status'; Short = 'Name' }
    @{ Type = 'ReminderResult'; First = 'Status'; Short = 'Terminal' }
    @{ Type = 'NaccsRenewalReminder'; First = 'Status'; Short = 'TaskName' }
    @{ Type = 'ComplianceResult'; First = 'Code'; Short = 'ExitCode' }
    @{ Type = 'NaccsLogEntry'; First = 'Level'; Short = 'Event' }
    @{ Type = 'NaccsTerminal'; First = 'Status'; Short = 'Terminal' }
    @{ Type = 'NaccsSupportBundle'; First = 'Length'; Short = 'Path' }
    @{ Type = 'NaccsFleetReport'; First = 'Certificates'; Short = 'Path' }
) {
    BeforeAll { $script:records = @($shown[$Type]) }

    It 'have something to show' {
        $records | Should -Not -BeNullOrEmpty
        $records[0].GetType().FullName | Should -Be "NaccsCert.$Type"
    }

    It 'fit 80 columns as a <_> and cut nothing off' -ForEach 'Format-Table', 'Format-List', 'Format-Wide' {
        $lines = ($records | & $_ | Out-String -Width 80) -split '\r?\n'
        foreach ($line in $lines) { (Get-Cell $line).TrimEnd().Length | Should -BeLessOrEqual 80 -Because $line }
        $lines -match '\u2026|\.\.\.' | Should -BeNullOrEmpty
    }

    It 'begin with the status in the language of the session' {
        $label = $labels.GetString($First)
        $list = ($records | Format-List | Out-String -Width 80).TrimStart()
        $list | Should -Match "^$([regex]::Escape($label)) *: "
        if ($First -eq 'IsCurrent') { $label = $labels.GetString('Status') }
        $table = ($records | Format-Table | Out-String -Width 80) -split '\r?\n'
        $table -match "^ *$([regex]::Escape($label)) +\S" | Should -Not -BeNullOrEmpty
    }

    It 'break no date, no time and no name that a record speaks of' {
        $table = $records | Format-Table | Out-String -Width 80
        $table | Should -Not -Match '(?m)\d{4}-\d{0,2}(-\d?)?\s*$|\d{4}-\d\d-\d\d \d{1,2}:?\d?\s*$'
        foreach ($line in $table -split '\r?\n') { $line | Should -Not -Match '^\s*[\u3001\u3002]' }
    }

    It 'list all that a record has' {
        $list = $records[0] | Format-List | Out-String -Width 80
        foreach ($property in $records[0].PSObject.Properties.Name) {
            $list | Should -Match "(?m)^$([regex]::Escape($labels.GetString($property))) *:"
        }
    }

    It 'tell records from each other in short' {
        $wide = $records | Format-Wide | Out-String -Width 80
        foreach ($record in $records) {
            $text = if ($Short) { "$(Get-Word $record $First) $(Get-Word $record $Short)" } else { $record.ServiceStart.ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture) }
            $wide | Should -Match ([regex]::Escape($text.Trim()))
        }
    }
}

Describe 'A result' {
    BeforeAll {
        $past = [datetimeoffset]::UtcNow.AddDays(-3)
        $future = [datetimeoffset]::UtcNow.AddDays(3)
        $script:words = [Resources.ResourceManager]::new('NaccsCert.ValueText', [NaccsCert.Check].Assembly)
        $script:day = $past.ToLocalTime().ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture)
        $script:done = [NaccsCert.EnrollmentResult] @{ Status = 'Enrolled'; Reason = '-'; RenewalOpens = $past; NextAttempt = $past }
        $script:later = [NaccsCert.EnrollmentResult] @{ Status = 'Pending'; Reason = '-'; NextAttempt = $future }
    }

    It 'of an enrollment says that its day is that of the renewal, and of no next attempt' {
        $table = $done | Format-Table | Out-String -Width 80
        $table | Should -Match ([regex]::Escape($words.GetString('When_RenewalOpens')))
        $table | Should -Match $day
        $list = $done | Format-List | Out-String -Width 80
        $list | Should -Match "(?m)^$([regex]::Escape($labels.GetString('NextAttempt'))) *: *\r?$"
    }

    It 'that is pending says when the command can be run again' {
        $table = $later | Format-Table | Out-String -Width 80
        $table | Should -Match ([regex]::Escape($words.GetString('When_RunAgain')))
    }

    It 'keeps a name that is too long on its line' {
        $long = [NaccsCert.NaccsCertificate] @{ Status = 'Valid'; Terminal = 'BROKER-TOKYO-TERMINAL-NUMBER-0001'; NotAfter = $future; RenewalOpens = $past }
        $table = $long | Format-Table | Out-String -Width 80
        $table | Should -Match 'BROKER-TOKYO-\S*\.\.\S*-0001 '
    }
}
