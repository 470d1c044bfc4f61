<#
.SYNOPSIS
Makes the pictures of the documentation from real sessions: a real PowerShell in a real terminal, against the sandbox.

.DESCRIPTION
A picture is what is on the terminal when a scene in the folder scenes has been played. README.md says how scenes are written.
Needs Linux with tmux, and a build (dotnet build -c Release).

.EXAMPLE
dotnet pwsh tools/Pictures/Export-Picture.ps1

Makes all pictures in both languages.

.EXAMPLE
dotnet pwsh tools/Pictures/Export-Picture.ps1 -Scene list -Language ja

Makes one of them.
#>
[CmdletBinding()]
param(
    # The names of scenes, with wildcards.
    [string[]] $Scene = '*',

    # The languages.
    [ValidateSet('en', 'ja')] [string[]] $Language = ('en', 'ja'),

    # The folder that gets the pictures.
    [string] $Destination = "$PSScriptRoot/../../docs/pictures"
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/Terminal.psm1", "$PSScriptRoot/Svg.psm1", "$PSScriptRoot/Stage.psm1" -Force

$null = New-Item $Destination -ItemType Directory -Force
foreach ($file in Get-ChildItem "$PSScriptRoot/scenes/*.scene") {
    if (-not ($Scene | Where-Object { $file.BaseName -like $_ })) { continue }
    foreach ($tongue in $Language) {
        $script = Read-Scene $file.FullName $tongue
        $lines = Invoke-Scene $script $tongue
        $picture = Join-Path $Destination "$($file.BaseName).$tongue.svg"
        $svg = ConvertTo-Svg -Line $lines -Title $script.Title -Language $tongue
        [IO.File]::WriteAllText($picture, ($svg -join "`n") + "`n")
        $picture
    }
}
