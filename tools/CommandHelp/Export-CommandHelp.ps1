<#
.SYNOPSIS
Makes the help file of a language from its pages, as PlatyPS exports it, and fixes what Get-Help would show wrongly.

.DESCRIPTION
PlatyPS 1.0 leaves an example as it stands in Markdown, fences and all, in its introduction, with control characters
between its paragraphs that consoles show as a box; and it links commands to the files of their pages, which are not
shipped. Here the code of an example becomes its code, with a prompt before it, as Get-Help shows both on one line; what it
does and puts out becomes its remarks; and a link is the name of the command.

.EXAMPLE
./tools/CommandHelp/Export-CommandHelp.ps1 -Pages docs/ja-JP -Destination module/ja-JP
#>
[CmdletBinding()]
param(
    # The folder of the Markdown pages of one language.
    [Parameter(Mandatory)] [string] $Pages,

    # The folder that gets the help file.
    [Parameter(Mandatory)] [string] $Destination
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$names = [Xml.XmlNamespaceManager]::new([Xml.NameTable]::new())
$names.AddNamespace('command', 'http://schemas.microsoft.com/maml/dev/command/2004/10')
$names.AddNamespace('dev', 'http://schemas.microsoft.com/maml/dev/2004/10')
$names.AddNamespace('maml', 'http://schemas.microsoft.com/maml/2004/10')

# Puts paragraphs in the place of all that a node has.
function Write-Paragraph([Xml.XmlNode] $Node, [string[]] $Text) {
    $Node.RemoveAll()
    foreach ($paragraph in $Text) {
        $Node.AppendChild($Node.OwnerDocument.CreateElement('maml', 'para', $names.LookupNamespace('maml'))).InnerText = $paragraph
    }
}

# The paragraphs of an introduction are the Markdown of the example, cut at every empty line.
function Repair-Example([Xml.XmlNode] $Example) {
    $introduction = $Example.SelectSingleNode('maml:introduction', $names)
    $paragraphs = $introduction.SelectNodes('maml:para', $names).InnerText | Where-Object { $_ -ne [char] 0x80 }
    $markdown = ($paragraphs -join "`n`n") -replace "`r"
    if ($markdown -notmatch '(?s)^(?<Text>.*?)\s*```powershell\n(?<Code>.*?)\n```\s*(?<Rest>.*)$') {
        throw "An example without code: $markdown"
    }
    $found = $Matches
    $output = ($found.Rest -replace '(?m)^```\w*\n?').Trim("`n")
    $Example.SelectSingleNode('dev:code', $names).InnerText = $found.Code
    Write-Paragraph $introduction 'PS> '
    Write-Paragraph $Example.SelectSingleNode('dev:remarks', $names) (@(@($found.Text, $output) -ne '') + '')
}

function Repair-Link([Xml.XmlNode] $Link) {
    $address = $Link.SelectSingleNode('maml:uri', $names)
    if (-not $address.InnerText) { $null = $Link.ParentNode.RemoveChild($Link) }
    elseif ($address.InnerText -like '*.md' -and $address.InnerText -notlike 'https:*') { $address.InnerText = '' }
}

function Write-HelpFile([xml] $Help, [string] $Path) {
    $settings = [Xml.XmlWriterSettings] @{ Encoding = [Text.UTF8Encoding]::new($false); Indent = $true; NewLineChars = "`n" }
    $text = [IO.MemoryStream]::new()
    $writer = [Xml.XmlWriter]::Create($text, $settings)
    $Help.Save($writer)
    $writer.Close()
    [IO.File]::WriteAllBytes($Path, $text.ToArray() + [byte] 10)
}

$scratch = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
try {
    $files = (Get-ChildItem $Pages -Filter '*-*.md' | Sort-Object Name).FullName
    $bad = $files | Where-Object { -not (Test-MarkdownCommandHelp $_) }
    if ($bad) { throw "PlatyPS does not take: $bad" }
    $null = Import-MarkdownCommandHelp $files | Export-MamlCommandHelp -OutputFolder $scratch -Force
    foreach ($file in Get-ChildItem $scratch -Recurse -Filter '*-Help.xml') {
        $help = [xml] (Get-Content $file.FullName -Raw -Encoding utf8)
        @($help.SelectNodes('//command:example', $names)) | ForEach-Object { Repair-Example $_ }
        @($help.SelectNodes('//maml:navigationLink', $names)) | ForEach-Object { Repair-Link $_ }
        Write-HelpFile $help (Join-Path (Resolve-Path $Destination) $file.Name)
        "$($files.Count) pages: $(Join-Path $Destination $file.Name)"
    }
}
finally {
    if (Test-Path $scratch) { Remove-Item $scratch -Recurse -Force }
}
