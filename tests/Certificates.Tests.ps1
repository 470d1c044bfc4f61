# The life of a certificate, as a user types it.
BeforeAll {
    Import-Module "$PSScriptRoot/../out/NaccsCert" -Force
    Import-Module "$PSScriptRoot/Rehearsal.psm1" -Force
    $script:rehearsal = Open-Rehearsal
    $script:way = Get-Way $rehearsal
    $script:quick = @{ KeyAlgorithm = 'EcdsaP256'; SkipRootCA = $true; Force = $true }
}

AfterAll { Close-Rehearsal $rehearsal }

Describe 'Request-NaccsCertificate' {
    It 'turns three codes into a certificate' {
        $codes = Get-CodeSet $rehearsal
        $result = Request-NaccsCertificate @codes @way @quick
        $result | Should -BeOfType NaccsCert.EnrollmentResult
        $result.Status | Should -Be 'Enrolled'
        $result.Changed | Should -BeTrue
        (Get-NaccsCertificate -Thumbprint $result.Thumbprint @way).Terminal | Should -Be $result.Terminal
    }

    It 'takes many terminals from a pipeline' {
        $sets = 1, 2 | ForEach-Object { [pscustomobject] (Get-CodeSet $rehearsal) }
        ($sets | Request-NaccsCertificate @way @quick).Status | Should -Be 'Enrolled', 'Enrolled'
    }

    It 'refuses wrong codes by their id, with a remedy' {
        $result = Request-NaccsCertificate wrong wrong wrong @way @quick -ErrorAction SilentlyContinue -ErrorVariable problem
        $result | Should -BeNullOrEmpty
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'CodesRefused,*'
        $problem[0].Exception.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'changes nothing under -WhatIf' {
        $before = @(Get-NaccsCertificate @way).Count
        $codes = Get-CodeSet $rehearsal
        Request-NaccsCertificate @codes @way @quick -WhatIf | Should -BeNullOrEmpty
        @(Get-NaccsCertificate @way).Count | Should -Be $before
    }

    It 'writes a request that Import-NaccsCertificate waits for, and gives it up' {
        $file = Join-Path $TestDrive 'request.csr'
        $result = Request-NaccsCertificate -OutFile $file @way @quick
        $result.Status | Should -Be 'Pending'
        $file | Should -FileContentMatch 'BEGIN CERTIFICATE REQUEST'
        Get-NaccsEnrollment -Service $rehearsal.Service | ForEach-Object EnrollmentId | Should -Contain $result.EnrollmentId
        Remove-NaccsEnrollment $result.EnrollmentId -Confirm:$false
        Get-NaccsEnrollment -Service $rehearsal.Service | ForEach-Object EnrollmentId | Should -Not -Contain $result.EnrollmentId
    }
}

Describe 'Import-NaccsCertificate' {
    It 'takes the PKCS#12 file of another place' {
        $codes = Get-CodeSet $rehearsal
        $there = @{ Service = $way.Service; StoreName = "$($way.StoreName)There" }
        $enrolled = Request-NaccsCertificate @codes @there -SkipRootCA -Exportable
        $file = Join-Path $TestDrive 'terminal.p12'
        $password = Get-Password pass
        Save-Pkcs12 -StoreName $there.StoreName -Thumbprint $enrolled.Thumbprint -Path $file -Password $password
        Remove-NaccsCertificate $enrolled.Thumbprint @there -Force -Confirm:$false

        $result = Import-NaccsCertificate $file -Password $password @way -SkipRootCA
        $result.Status | Should -Be 'Imported'
        (Get-NaccsCertificate $enrolled.Thumbprint @way).Terminal | Should -Be $enrolled.Terminal
    }

    It 'names what is no certificate' {
        $file = Join-Path $TestDrive 'none.cer'
        Set-Content $file 'none'
        Import-NaccsCertificate $file @way -ErrorAction SilentlyContinue -ErrorVariable problem
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'CertificateFileUnreadable,*'
    }
}

Describe 'Resume-NaccsEnrollment' {
    It 'completes what the service answers later' {
        $slow = Open-Rehearsal -ApprovalDelay PT1S
        try {
            $theirs = Get-Way $slow
            $codes = Get-CodeSet $slow
            $pending = Request-NaccsCertificate @codes @theirs @quick
            $pending.Status | Should -Be 'Pending'
            $result = Get-NaccsEnrollment -Service $slow.Service | Resume-NaccsEnrollment @codes @theirs -SkipRootCA -Wait
            $result.Status | Should -Be 'Enrolled'
            $result.EnrollmentId | Should -Be $pending.EnrollmentId
            Get-NaccsEnrollment -Service $slow.Service | Should -BeNullOrEmpty
        }
        finally { Close-Rehearsal $slow }
    }

    It 'names an enrollment that is not there' {
        Resume-NaccsEnrollment nobody -Service $rehearsal.Service -ErrorAction SilentlyContinue -ErrorVariable problem
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'EnrollmentNotFound,*'
    }
}

Describe 'Get-NaccsCertificate' {
    It 'filters by <Name>' -ForEach @(
        @{ Name = 'status'; Filter = @{ Status = 'RenewalDue' }; Found = $true }
        @{ Name = 'another status'; Filter = @{ Status = 'Expired' }; Found = $false }
        @{ Name = 'the time that is left'; Filter = @{ ExpiringWithin = 28 }; Found = $true }
        @{ Name = 'a wildcard'; Filter = @{ Thumbprint = '*' }; Found = $true }
    ) {
        [bool] (Get-NaccsCertificate @way @Filter) | Should -Be $Found
    }

    It 'tells its story with -Verbose' {
        $codes = Get-CodeSet $rehearsal
        $told = Request-NaccsCertificate @codes @way @quick -Verbose 4>&1
        $story, $result = $told.Where({ $_ -is [Management.Automation.VerboseRecord] }, 'Split')
        $story | Should -HaveCount 10
        "$story" | Should -Match $result[0].Thumbprint
        $codes.Values | ForEach-Object { "$story" | Should -Not -Match $_ }
    }

    It 'completes thumbprints' {
        $line = "Get-NaccsCertificate -StoreName $($way.StoreName) -Service $($way.Service) -Thumbprint "
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText |
            Should -Contain (Get-NaccsCertificate @way)[0].Thumbprint
    }
}

Describe 'Test-NaccsCertificate' {
    It 'says what was looked at' {
        $result = Get-NaccsCertificate @way | Select-Object -First 1 | Test-NaccsCertificate -Service $rehearsal.Service
        $result.Checks.Name | Should -Be 'Window', 'Key', 'Chain', 'Revocation', 'TrustAnchors', 'Reminder', 'Origin'
        ($result.Checks | Where-Object Name -EQ Key).Status | Should -Be 'Passed'
    }

    It 'asks the issuer about revocation' {
        $result = Test-NaccsCertificate @way -CheckRevocation | Select-Object -First 1
        ($result.Checks | Where-Object Name -EQ Revocation).Status | Should -Be 'Passed'
    }
}

Describe 'Update-NaccsCertificate' {
    It 'renews with a new key and keeps the old certificate as superseded' {
        $old = (Get-NaccsCertificate @way)[-1].Thumbprint
        $result = Update-NaccsCertificate $old @way @quick
        $result.Status | Should -Be 'Renewed'
        $result.PreviousThumbprint | Should -Be $old
        (Get-NaccsCertificate $old @way).Status | Should -Be 'Superseded'
        $result.PreviousArchived | Should -BeTrue
        (Get-NaccsCertificate @way).Thumbprint | Should -Not -Contain $old
    }
}

Describe 'Restore-NaccsCertificate' {
    It 'brings the old certificate back' {
        $old = (Get-NaccsCertificate @way -IncludeArchived | Where-Object Archived)[0].Thumbprint
        (Restore-NaccsCertificate $old @way).Archived | Should -BeFalse
        (Get-NaccsCertificate @way).Thumbprint | Should -Contain $old
    }
}

Describe 'Get-NaccsRenewalPlan, Invoke-NaccsRenewalReminder and Test-NaccsCompliance' {
    It 'plan the same as they do' {
        $plans = Get-NaccsRenewalPlan @way
        $results = Invoke-NaccsRenewalReminder @way -NoNotice
        $results.Thumbprint | Should -Be $plans.Thumbprint
        $results.Status | Select-Object -Unique | Should -Be 'RenewalDue'
    }

    It 'sum up in one line of JSON' {
        $result = Test-NaccsCompliance @way
        $line = $result.Line | ConvertFrom-Json
        $line.code | Should -Be $result.Code
        $line.exit | Should -Be $result.ExitCode
    }
}

Describe 'Remove-NaccsCertificate' {
    It 'removes a certificate that was replaced, and strands no terminal' {
        $superseded = Get-NaccsCertificate @way -Status Superseded
        Remove-NaccsCertificate $superseded.Thumbprint @way -Confirm:$false
        Get-NaccsCertificate @way -Status Superseded | Should -BeNullOrEmpty
        $last = (Get-NaccsCertificate @way)[0].Thumbprint
        Remove-NaccsCertificate $last @way -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable problem
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'LastUsableCertificate,*'
        (Get-NaccsCertificate $last @way).Thumbprint | Should -Be $last
    }
}
