# What surrounds certificates: the network, the account, policy, reminders, roots and maintenance.
BeforeAll {
    Import-Module "$PSScriptRoot/../out/NaccsCert" -Force
    Import-Module "$PSScriptRoot/Rehearsal.psm1" -Force
    $script:rehearsal = Open-Rehearsal
}

AfterAll { Close-Rehearsal $rehearsal }

Describe 'Test-NaccsConnectivity' {
    It 'looks stage by stage at every host' {
        $result = Test-NaccsConnectivity -Service $rehearsal.Service
        $result.Status | Should -Not -Be 'Failed'
        $result.Checks.Name | Should -Contain 'Tls'
    }

    It 'gives the list for the people who run the firewall' {
        Test-NaccsConnectivity -AsFirewallRequest | Out-String | Should -Match 'cert\.nac\.naccs\.jp'
    }
}

Describe 'Get-NaccsMaintenanceWindow' {
    It 'tells the third Tuesdays, 22:00 in Japan' {
        $windows = Get-NaccsMaintenanceWindow -Next 12 | Where-Object IsCurrent -EQ $false
        $windows | Should -HaveCount 12
        $windows.ServiceStart.DayOfWeek | Select-Object -Unique | Should -Be 'Tuesday'
        $windows.ServiceStart.Hour | Select-Object -Unique | Should -Be 22
    }
}

Describe 'Install-NaccsRootCA' {
    It 'refuses what no pin names' {
        Install-NaccsRootCA -Path (Join-Path $rehearsal.Data 'client-ca.pem') -ErrorAction SilentlyContinue -ErrorVariable problem
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'RootPinMismatch,*'
    }

    It 'changes nothing under -WhatIf' {
        Install-NaccsRootCA -Service $rehearsal.Service -WhatIf | Where-Object Changed | Should -BeNullOrEmpty
    }
}

Describe 'Get-NaccsPolicy and Test-NaccsAccount' {
    It 'show every setting with its source' {
        Get-NaccsPolicy | Should -HaveCount 12
        (Get-NaccsPolicy Proxy*).Name | Should -Be 'Proxy', 'ProxyAuthentication'
    }

    It 'judge the account' { (Test-NaccsAccount).UserName | Should -Not -BeNullOrEmpty }
}

Describe 'Completion' {
    It 'offers <Expected> for <Line>' -ForEach @(
        @{ Line = 'Get-NaccsCertificate -Service '; Expected = 'naccs' }
        @{ Line = 'Request-NaccsCertificate -KeyAlgorithm '; Expected = 'EcdsaP256' }
        @{ Line = 'Get-NaccsPolicy -Name '; Expected = 'ServiceDefinition' }
        @{ Line = 'Test-NaccsConnectivity -ProxyAuthentication '; Expected = 'Ntlm' }
    ) {
        (TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText | Should -Contain $Expected
    }

    It 'offers key providers' {
        $line = 'Request-NaccsCertificate -KeyStorageProvider '
        $offered = (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText
        $windows = $PSVersionTable.PSEdition -eq 'Desktop' -or $IsWindows
        "$offered" | Should -Match $(if ($windows) { 'Microsoft Software Key Storage Provider' } else { 'KeyFile' })
    }
}

Describe 'The reminder' {
    It 'is shown as not registered' { (Get-NaccsRenewalReminder).Status | Should -Be 'NotRegistered' }

    It 'can be had as a task of the user''s own rights' {
        $task = [xml] (Register-NaccsRenewalReminder -AutoRenew -AsTaskDefinition)
        $task.Task.Principals.Principal.RunLevel | Should -Be 'LeastPrivilege'
        $task.Task.Actions.Exec.Arguments | Should -BeLike '*Invoke-NaccsRenewalReminder -NonInteractive -AutoRenew*'
    }

    It 'is registered and removed, where there is a Task Scheduler' {
        if ($PSVersionTable.PSEdition -eq 'Desktop' -or $IsWindows) {
            # Its first run knows nothing of the home of this process, so it leaves nothing there.
            $reminder = Register-NaccsRenewalReminder -WarningAction SilentlyContinue
            $reminder.Status | Should -BeIn 'Healthy', 'Failing'
            $reminder.Registered | Should -Not -BeNullOrEmpty
            (Unregister-NaccsRenewalReminder).Status | Should -Be 'NotRegistered'
        }
        else {
            Register-NaccsRenewalReminder -ErrorAction SilentlyContinue -ErrorVariable problem
            $problem[0].FullyQualifiedErrorId | Should -BeLike 'TaskSchedulerUnavailable,*'
            Unregister-NaccsRenewalReminder -ErrorAction SilentlyContinue -ErrorVariable other
            $other[0].FullyQualifiedErrorId | Should -BeLike 'TaskSchedulerUnavailable,*'
        }
    }
}
