# Runs the scripts of a folder in the order of their names, all in this session, and writes a line for each to results.txt
# beside them: its name, what it gave, and the messages of its errors, with tabs between them. An error stands in what it
# gave with its id. A line is written at once, for a script may end the process.
param(
    [Parameter(Mandatory)] [string] $Culture,
    [Parameter(Mandatory)] [string] $Folder,
    [Parameter(Mandatory)] [string] $Module
)

[Threading.Thread]::CurrentThread.CurrentCulture = [Threading.Thread]::CurrentThread.CurrentUICulture = $Culture

function Format-Line([string] $Text) { $Text -replace '\s+', ' ' }

$scripts = [System.IO.Directory]::GetFiles($Folder, '*.ps1')
[array]::Sort($scripts)
foreach ($script in $scripts) {
    $given = @(
        try { & $script -Module $Module 2>&1 } catch { $_ }
    )
    $texts = foreach ($item in $given) {
        if ($item -is [System.Management.Automation.ErrorRecord]) { "error $($item.FullyQualifiedErrorId.Split(',')[0])" } else { "$item" }
    }
    $messages = foreach ($item in $given) {
        if ($item -is [System.Management.Automation.ErrorRecord]) { "$($item.Exception.Message) $($item.ScriptStackTrace)" }
    }
    $name = [System.IO.Path]::GetFileNameWithoutExtension($script)
    [System.IO.File]::AppendAllText(
        [System.IO.Path]::Combine($Folder, 'results.txt'),
        "$name`t$(Format-Line ($texts -join ', '))`t$(Format-Line ($messages -join ' '))`n")
}
