# Help as its readers ask for it: offline, of the built module, in the language of the session. The engine remembers the help
# that it has shown, so one process shows one language; the suite is run once for each.
BeforeDiscovery { Import-Module "$PSScriptRoot/../out/NaccsCert" -Force }

BeforeAll {
    Import-Module "$PSScriptRoot/../out/NaccsCert" -Force
    $script:modulePath = $env:PSModulePath
    $env:PSModulePath = [IO.Path]::GetFullPath("$PSScriptRoot/../out")
    $script:japanese = [Threading.Thread]::CurrentThread.CurrentUICulture.Name -eq 'ja-JP'

    # Whether it has a sentence of Japanese: English pages name the manual's terms too.
    function Test-Japanese([string] $Text) { $Text -match '[\u3041-\u3096]{2}.*\u3002' }
}

AfterAll { $env:PSModulePath = $modulePath }

Describe '<Name>' -ForEach @(Get-Command -Module NaccsCert -CommandType Cmdlet | ForEach-Object { @{ Name = $_.Name } }) {
    BeforeAll {
        $script:help = Get-Help $Name -Full
        $script:parameters = @((Get-Command $Name).Parameters.Keys | Where-Object { $_ -notin [Management.Automation.Cmdlet]::CommonParameters })
    }

    It 'has a synopsis and a description in the language of the session' {
        foreach ($text in $help.Synopsis, ($help.Description.Text -join "`n")) {
            $text | Should -Not -BeNullOrEmpty
            Test-Japanese $text | Should -Be $japanese -Because $text
        }
    }

    It 'has examples with code, remarks and output' {
        @($help.Examples.Example).Count | Should -BeGreaterOrEqual 2
        $help.Examples.Example | ForEach-Object {
            $_.Code | Should -Not -BeNullOrEmpty
            $_.Remarks.Text -join '' | Should -Not -BeNullOrEmpty
        }
    }

    It 'describes every parameter, and no other' {
        $described = @($help.Parameters.Parameter | Where-Object { $_ })
        @($described | ForEach-Object Name | Sort-Object) | Should -Be @($parameters | Sort-Object)
        foreach ($one in $described) {
            $one.Description.Text -join '' | Should -Not -BeNullOrEmpty -Because $one.Name
            (Get-Help $Name -Parameter $one.Name).Name | Should -Be $one.Name
        }
    }
}

Describe 'about_<_>' -ForEach 'NaccsCert', 'NaccsCert_Errors', 'NaccsCert_ServiceDefinition', 'NaccsCert_Deployment', 'NaccsCert_Security' {
    It 'is shown in the language of the session' {
        $text = Get-Help "about_$_" | Out-String
        $text | Should -Match "about_$_"
        Test-Japanese $text | Should -Be $japanese
    }
}
