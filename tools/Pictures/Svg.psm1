# What is on a terminal, as a picture (SVG 1.1). Text stays text: it can be searched, copied and read aloud.
Set-StrictMode -Version Latest

$cellWidth = 8.4
$lineHeight = 19
$fontSize = 14
$margin = 14
$invariant = [cultureinfo]::InvariantCulture

# The colors of Windows Terminal (Campbell), by their number in SGR.
$palette = '#0c0c0c', '#c50f1f', '#13a10e', '#c19c00', '#0037da', '#881798', '#3a96dd', '#cccccc',
'#767676', '#e74856', '#16c60c', '#f9f1a5', '#3b78ff', '#b4009e', '#61d6d6', '#f2f2f2'

# East Asian Width (UAX #11), as coarsely as terminals take it.
$wide = '[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]'

function Get-CellCount([string] $Text) { $Text.Length + [regex]::Matches($Text, $wide).Count }

function Format-Number([double] $Number) { $Number.ToString('0.##', $invariant) }

# What SGR says changes the style, and the rest of the line has it until the next.
function Read-Style([hashtable] $Style, [string] $Codes) {
    $numbers = @($Codes -split ';' | ForEach-Object { [int] "0$_" })
    for ($i = 0; $i -lt $numbers.Count; $i++) {
        switch ($numbers[$i]) {
            0 { $Style.Color = $Style.Ground = $null; $Style.Bold = $Style.Reverse = $false }
            1 { $Style.Bold = $true }
            22 { $Style.Bold = $false }
            7 { $Style.Reverse = $true }
            27 { $Style.Reverse = $false }
            39 { $Style.Color = $null }
            49 { $Style.Ground = $null }
            { $_ -in 30..37 } { $Style.Color = $palette[$_ - 30] }
            { $_ -in 40..47 } { $Style.Ground = $palette[$_ - 40] }
            { $_ -in 90..97 } { $Style.Color = $palette[$_ - 82] }
            { $_ -in 100..107 } { $Style.Ground = $palette[$_ - 92] }
            { $_ -in 38, 48 -and $numbers[$i + 1] -eq 5 } {
                $color = if ($numbers[$i + 2] -lt 16) { $palette[$numbers[$i + 2]] } else { $palette[7] }
                if ($_ -eq 38) { $Style.Color = $color } else { $Style.Ground = $color }
                $i += 2
            }
        }
    }
}

# One run of characters of one width and one style. Its length is given, so that columns stand in every font.
function Get-Run([string] $Text, [int] $Column, [int] $Row, [hashtable] $Style) {
    $cells = Get-CellCount $Text
    $x = Format-Number ($margin + $Column * $cellWidth)
    $length = Format-Number ($cells * $cellWidth)
    $color = if ($Style.Color) { $Style.Color } else { $palette[7] }
    $ground = $Style.Ground
    if ($Style.Reverse) { $color, $ground = $palette[0], $color }
    if ($Style.Bold -and $color -in $palette[0..7] -and -not $Style.Reverse) { $color = $palette[[array]::IndexOf($palette, $color) + 8] }
    if ($ground) {
        "<rect x=`"$x`" y=`"$(Format-Number ($margin + $Row * $lineHeight))`" width=`"$length`" height=`"$lineHeight`" fill=`"$ground`"/>"
    }
    # Word groups stand on their own: not every viewer keeps blanks at ends or in a row.
    $y = Format-Number ($margin + $Row * $lineHeight + $fontSize)
    $bold = if ($Style.Bold) { ' font-weight="bold"' }
    foreach ($group in [regex]::Matches($Text, '\S+( \S+)*')) {
        $x = Format-Number ($margin + ($Column + (Get-CellCount $Text.Substring(0, $group.Index))) * $cellWidth)
        $length = Format-Number ((Get-CellCount $group.Value) * $cellWidth)
        "<text x=`"$x`" y=`"$y`" textLength=`"$length`" fill=`"$color`"$bold>$([Security.SecurityElement]::Escape($group.Value))</text>"
    }
}

<#
.SYNOPSIS
Draws the lines of a terminal.
#>
function ConvertTo-Svg {
    param(
        # The lines, with colors as escape sequences.
        [Parameter(Mandatory)] [AllowEmptyString()] [string[]] $Line,
        # What the picture shows, for those who do not see it.
        [Parameter(Mandatory)] [string] $Title,
        # The language of its text.
        [Parameter(Mandatory)] [string] $Language,
        [int] $Columns = 80
    )
    $width = Format-Number (2 * $margin + $Columns * $cellWidth)
    $height = 2 * $margin + $Line.Count * $lineHeight
    "<svg xmlns=`"http://www.w3.org/2000/svg`" width=`"$width`" height=`"$height`" viewBox=`"0 0 $width $height`" xml:lang=`"$Language`" role=`"img`">"
    "<title>$([Security.SecurityElement]::Escape($Title))</title>"
    "<rect width=`"100%`" height=`"100%`" rx=`"6`" fill=`"$($palette[0])`"/>"
    "<g font-family=`"'Cascadia Mono','BIZ UDGothic','MS Gothic','Noto Sans Mono CJK JP',Consolas,monospace`" font-size=`"$fontSize`">"
    $style = @{ Color = $null; Ground = $null; Bold = $false; Reverse = $false }
    for ($row = 0; $row -lt $Line.Count; $row++) {
        $column = 0
        foreach ($part in [regex]::Matches($Line[$row], "\x1b\[([0-9;]*)m|$wide+|[^\x1b]+?(?=$wide|\x1b|$)")) {
            if ($part.Value[0] -eq [char] 27) { Read-Style $style $part.Groups[1].Value; continue }
            Get-Run $part.Value $column $row $style
            $column += Get-CellCount $part.Value
        }
    }
    '</g>'
    '</svg>'
}

Export-ModuleMember -Function ConvertTo-Svg
