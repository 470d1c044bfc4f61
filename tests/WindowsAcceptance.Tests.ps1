# The acceptance script for Windows, where it can be run here: what it cannot tell elsewhere it says, and the rest it answers.
BeforeDiscovery {
    # Its processes have the culture of the system, whatever that of this suite is. On Windows the workflow runs it.
    $script:elsewhere = -not ($PSVersionTable.PSEdition -eq 'Desktop' -or $IsWindows)
    $script:once = $elsewhere -and [cultureinfo]::CurrentCulture.Name -eq 'ja-JP'
}

BeforeAll {
    Import-Module "$PSScriptRoot/Rehearsal.psm1" -Force
    $script:acceptance = "$PSScriptRoot/windows/Invoke-WindowsAcceptance.ps1"
    $script:module = "$PSScriptRoot/../out/NaccsCert"
    $script:questions = & $acceptance -Module $module -List
}

Describe 'The questions' {
    It 'are those of docs/verification.md, word for word' {
        $rows = Select-String -Path "$PSScriptRoot/../docs/verification.md" -Pattern '^\| `([a-z0-9-]+)` \| (.+?) \| (.+?) \|' -Encoding utf8 |
            ForEach-Object { ($_.Matches[0].Groups | Select-Object -Skip 1).Value -join '|' }
        $rows | Should -Be ($questions | ForEach-Object { $_.Id, $_.Question, $_.ReliesOn -join '|' })
    }

    It 'have ids of their own' { $questions.Id | Select-Object -Unique | Should -HaveCount $questions.Count }
}

Describe 'The report' -Skip:(-not $once) {
    BeforeAll {
        $file = Join-Path $TestDrive 'report.json'
        $script:temporary = Join-Path $TestDrive 'temporary'
        $null = New-Item $temporary -ItemType Directory
        $script:homeBefore = (Get-ChildItem $HOME -Recurse -File -Force).FullName
        $sandbox = "$PSScriptRoot/../src/NaccsCert.Sandbox/bin/Release/net10.0/NaccsCert.Sandbox.dll"
        $before = $env:TMPDIR
        $env:TMPDIR = $temporary
        try {
            $program, $first = Get-Shell
            $script:shown = & $program $first -NoProfile -NonInteractive -File $acceptance -Module $module -Sandbox $sandbox -ReportPath $file
        }
        finally { $env:TMPDIR = $before }
        $script:report = Get-Content $file -Raw | ConvertFrom-Json
    }

    It 'answers every question in order' { $report.questions.id | Should -Be $questions.Id }

    It 'has no question that failed or took too long' { $report.questions | Where-Object problem | ForEach-Object { "$($_.id): $($_.problem)" } | Should -BeNullOrEmpty }

    It 'has facts where it has an answer, and a reason where it has none' {
        foreach ($one in $report.questions) {
            if ($null -eq $one.holds) { $one.reason | Should -Not -BeNullOrEmpty -Because $one.id }
            else { $one.seen | Should -Not -BeNullOrEmpty -Because $one.id }
        }
    }

    It 'tells what is no matter of Windows: <_>' -ForEach @(
        'own-way', 'pfx-import', 'tls-12', 'tls-13', 'tls-failure', 'proxy-407-basic', 'proxy-407-basic-signed-in', 'proxy-407-ntlm',
        'proxy-403', 'proxy-502', 'proxy-https', 'proxy-loopback', 'offline-commands', 'chain-fetch', 'host-command-line', 'single-quotes',
        'error-remedy', 'thread-culture', 'script-encoding'
    ) {
        ($report.questions | Where-Object id -EQ $_).holds | Should -BeTrue
    }

    It 'sees fetching where the platform fetches' {
        $chains = ($report.questions | Where-Object id -EQ 'chain-fetch').seen
        $chains.chainWithNoCheck | Should -BeGreaterThan 0
        $chains.chainWithoutDownloads | Should -Be 0
    }

    It 'decides nothing about Windows' {
        $ofWindows = $report.questions | Where-Object reason -EQ 'This is not Windows.'
        $ofWindows.Count | Should -BeGreaterThan 10
        $ofWindows | Where-Object { $null -ne $_.holds -or $_.seen } | Should -BeNullOrEmpty
    }

    It 'says where it was made' { $report.environment.powerShell | Should -Be "$($PSVersionTable.PSVersion) $($PSVersionTable.PSEdition)" }

    It 'is shown line by line' { @($shown | Where-Object { $_ -match '^(holds|unknown|DIFFERS|failed) ' }) | Should -HaveCount $questions.Count }

    It 'leaves nothing behind' {
        $report.leftBehind | Should -BeNullOrEmpty
        Get-ChildItem $temporary -Filter 'NaccsCertAcceptance*' | Should -BeNullOrEmpty
        (Get-ChildItem $HOME -Recurse -File -Force).FullName | Where-Object { $_ -notin $homeBefore -and $_ -notmatch '[\\/](\.cache|powershell)[\\/]' } | Should -BeNullOrEmpty
    }
}

Describe 'A question that fails' {
    It 'is told with its reason, and stops no other' {
        $empty = Join-Path $TestDrive 'NaccsCert'
        $null = New-Item $empty -ItemType Directory
        Set-Content (Join-Path $empty 'NaccsCert.psd1') '@{'
        $file = Join-Path $TestDrive 'broken.json'
        $null = & $acceptance -Module $empty -ReportPath $file -Question error-remedy, proxy-loopback
        $broken = (Get-Content $file -Raw | ConvertFrom-Json).questions
        $broken.id | Should -Be 'proxy-loopback', 'error-remedy'
        $broken[0].holds | Should -BeTrue
        $broken[1].holds | Should -BeNullOrEmpty
        $broken[1].problem | Should -Not -BeNullOrEmpty
    }
}
