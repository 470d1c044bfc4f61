# Plays a scene: a sandbox, a home that is thrown away, and a PowerShell at a terminal that is typed at.
Set-StrictMode -Version Latest
Import-Module "$PSScriptRoot/Terminal.psm1"

$root = [IO.Path]::GetFullPath("$PSScriptRoot/../..")
$sandbox = Join-Path $root 'src/NaccsCert.Sandbox/bin/Release/net10.0/NaccsCert.Sandbox.dll'
$cultures = @{ en = 'en_US'; ja = 'ja_JP' }

# The same in every picture: the one thing in it that would come from the computer.
$port = 8443

<#
.SYNOPSIS
Reads a scene in one language.
#>
function Read-Scene([string] $Path, [string] $Language) {
    $title = ''
    $steps = foreach ($line in [IO.File]::ReadAllLines($Path)) {
        if ($line -notmatch '^(?<verb>[a-z]+)(\.(?<language>[a-z]+))?(\s+(?<text>.*))?$') {
            if ($line -and -not $line.StartsWith('#')) { throw "${Path}: $line" }
            continue
        }
        if ($Matches['language'] -and $Matches['language'] -ne $Language) { continue }
        if ($Matches['verb'] -eq 'title') { $title = $Matches['text']; continue }
        [pscustomobject] @{ Verb = $Matches['verb']; Text = $Matches['text'] }
    }
    [pscustomobject] @{
        Title = $title
        Earlier = @($steps | Where-Object Verb -EQ 'earlier' | ForEach-Object Text) -join ' '
        Sandbox = @($steps | Where-Object Verb -EQ 'sandbox' | ForEach-Object Text) -join ' '
        Setup = @($steps | Where-Object Verb -EQ 'setup' | ForEach-Object Text)
        Acts = @($steps | Where-Object Verb -NotIn 'earlier', 'sandbox', 'setup')
    }
}

<#
.SYNOPSIS
Plays a scene, and gives the lines of the terminal at its end, with colors.
#>
function Invoke-Scene($Scene, [string] $Language) {
    $folder = Join-Path ([IO.Path]::GetTempPath()) "naccscert-picture-$([guid]::NewGuid().ToString('N'))"
    $socket = Join-Path $folder 'terminal'
    $service = $null
    try {
        $null = New-Item (Join-Path $folder 'home') -ItemType Directory
        $data = Join-Path $folder 'sandbox'
        $rules = if ($Scene.Earlier) { $Scene.Earlier } else { $Scene.Sandbox }
        $service = Open-Sandbox $data $rules
        $marks = Join-Path $folder 'prompts'
        Add-Definition $data (Join-Path $folder 'home')
        [IO.File]::WriteAllText((Join-Path $folder 'setup.ps1'), ((Get-Setup $folder $marks $Scene.Setup) -join "`n"))
        Open-Terminal $socket (Get-Session $folder $Language)
        $prompts = 1
        Wait-Prompt $socket $marks $prompts
        if ($Scene.Earlier) {
            Close-Sandbox $service
            $service = Open-Sandbox $data $Scene.Sandbox
        }
        foreach ($act in $Scene.Acts) { $prompts += Invoke-Act $act $socket $marks $prompts }
        $lines = @(Read-Terminal $socket -WithColors)
        # Without the prompt at which the scene ends, and what is empty.
        $last = $lines.Count - 1
        while ($last -gt 0 -and ($lines[$last] -replace '\x1b\[[0-9;]*m').Trim() -in '', 'PS>') { $last-- }
        $lines[0..$last]
    }
    finally {
        Close-Terminal $socket
        if ($service) { Close-Sandbox $service }
        Remove-Item $folder -Recurse -Force
    }
}

# Does what a line of a scene says, and gives how many prompts came by it.
function Invoke-Act($Act, [string] $Socket, [string] $Marks, [int] $Prompts) {
    switch ($Act.Verb) {
        'type' { Send-Key $Socket -Text $Act.Text -Key Enter; Wait-Prompt $Socket $Marks ($Prompts + 1); 1 }
        'start' { Send-Key $Socket -Text $Act.Text -Key Enter; 0 }
        'answer' {
            # A question ends with a colon; an answer that is masked stands behind it and the next question comes on another line.
            Wait-Terminal $Socket -For 'question' -Until { (Read-CursorLine $Socket) -match '[:\uff1a]\s*$' }
            Send-Key $Socket -Text $Act.Text -Key Enter
            Wait-Terminal $Socket -For 'line end' -Until { (Read-CursorLine $Socket) -notmatch '\*\s*$' }
            0
        }
        'keys' { Send-Key $Socket -Key ($Act.Text -split ' '); 0 }
        'wait' { $text = $Act.Text; Wait-Terminal $Socket -For $text -Until { (@(Read-Terminal $Socket) -join "`n").Contains($text) }; 0 }
        'prompt' { Wait-Prompt $Socket $Marks ($Prompts + 1); 1 }
        default { throw "Nothing is known of '$_'." }
    }
}

# The prompt leaves a mark each time it is shown: what is on the terminal could look like one.
function Wait-Prompt([string] $Socket, [string] $Marks, [int] $Count) {
    Wait-Terminal $Socket -For 'prompt' -Until {
        [IO.File]::Exists($Marks) -and [IO.FileInfo]::new($Marks).Length -ge $Count -and (Read-CursorLine $Socket) -match '> ?$'
    }
}

function Open-Sandbox([string] $Data, [string] $Options) {
    $arguments = "`"$sandbox`" serve --data `"$Data`" --port $port --codes `"$PSScriptRoot/scenes/codes.csv`" $Options"
    $start = [Diagnostics.ProcessStartInfo]::new('dotnet', $arguments)
    $start.RedirectStandardOutput = $true
    $process = [Diagnostics.Process]::Start($start)
    do { $line = $process.StandardOutput.ReadLine() } until ($null -eq $line -or $line -like 'listening *')
    if ($null -eq $line) { throw 'The sandbox did not start.' }
    $process
}

function Close-Sandbox([Diagnostics.Process] $Process) {
    $Process.Kill()
    $Process.WaitForExit()
}

# What commands show of the service is then a name, as that of a company's own service would be.
function Add-Definition([string] $Sandbox, [string] $HomeFolder) {
    $services = Join-Path $HomeFolder '.local/share/NaccsCert/services'
    $null = [IO.Directory]::CreateDirectory($services, [IO.UnixFileMode] 'UserRead, UserWrite, UserExecute')
    Copy-Item (Join-Path $Sandbox 'service.json') (Join-Path $services 'sandbox.json')
    Copy-Item (Join-Path $Sandbox '*.pem') $services
}

# Commands need not name the sandbox: what is typed is what a user types.
function Get-Setup([string] $Folder, [string] $Marks, [string[]] $Lines) {
    "`$ErrorActionPreference = 'Stop'"
    "Import-Module '$root/out/NaccsCert'"
    "`$PSDefaultParameterValues['*-Naccs*:Service'] = 'sandbox'"
    "`$codes = Import-Csv '$PSScriptRoot/scenes/codes.csv'"
    "Set-Location '$Folder/home'"
    $Lines
    "`$ErrorActionPreference = 'Continue'"
    "function prompt { [IO.File]::AppendAllText('$Marks', '.'); 'PS> ' }"
    'Clear-Host'
}

function Get-Session([string] $Folder, [string] $Language) {
    $locale = "$($cultures[$Language]).UTF-8"
    $settings = @{
        HOME = "$Folder/home"; LANG = $locale; LC_ALL = $locale; TERM = 'tmux-256color'; TZ = 'Asia/Tokyo'
        POWERSHELL_TELEMETRY_OPTOUT = '1'; POWERSHELL_UPDATECHECK = 'Off'
    }
    'env'
    '-u', 'XDG_DATA_HOME', '-u', 'XDG_CONFIG_HOME', '-u', 'XDG_CACHE_HOME', '-u', 'NO_COLOR'
    $settings.Keys | Sort-Object | ForEach-Object { "$_=$($settings[$_])" }
    'dotnet', (Join-Path $PSHOME 'pwsh.dll'), '-NoProfile', '-NoLogo', '-NoExit', '-Command', ". '$Folder/setup.ps1'"
}

Export-ModuleMember -Function Read-Scene, Invoke-Scene
