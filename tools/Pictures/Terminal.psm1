# A terminal of 80 columns in which a real PowerShell runs. tmux makes it, reads what comes as a terminal does, and tells what is on it.
Set-StrictMode -Version Latest

$patience = [timespan]::FromSeconds(120)

<#
.SYNOPSIS
Opens a terminal and runs a program in it.
#>
function Open-Terminal {
    param(
        # A socket of its own keeps it apart from every other tmux.
        [Parameter(Mandatory)] [string] $Socket,
        # The program and its arguments.
        [Parameter(Mandatory)] [string[]] $Command,
        [int] $Columns = 80,
        [int] $Rows = 120
    )
    $quoted = @($Command | ForEach-Object { "'" + $_.Replace("'", "'\''") + "'" }) -join ' '
    # Only tmux itself needs a locale that the system has; -f: without the settings of whoever runs this.
    & env LC_ALL=C.UTF-8 tmux -u -f /dev/null -S $Socket new-session -d -x $Columns -y $Rows $quoted
    if ($LASTEXITCODE -ne 0) { throw 'tmux did not start.' }
}

<#
.SYNOPSIS
Types text as it is, or presses keys by their names, such as Enter, Down or C-c.
#>
function Send-Key {
    param([Parameter(Mandatory)] [string] $Socket, [string] $Text, [string[]] $Key)
    if ($Text) { & tmux -S $Socket send-keys -l $Text }
    if ($Key) { & tmux -S $Socket send-keys @Key }
}

<#
.SYNOPSIS
Reads the terminal: its lines, with colors as escape sequences (ECMA-48, SGR) where they are wanted.
#>
function Read-Terminal {
    param([Parameter(Mandatory)] [string] $Socket, [switch] $WithColors)
    $colors = if ($WithColors) { '-e' }
    & tmux -u -S $Socket capture-pane -p $colors
}

<#
.SYNOPSIS
Reads the line at which the cursor stands, up to it.
#>
function Read-CursorLine {
    param([Parameter(Mandatory)] [string] $Socket)
    $row = [int] (& tmux -S $Socket display-message -p '#{cursor_y}')
    @(Read-Terminal $Socket)[$row]
}

<#
.SYNOPSIS
Waits until something is so; throws with what is on the terminal when it does not become so.
#>
function Wait-Terminal {
    param([Parameter(Mandatory)] [string] $Socket, [Parameter(Mandatory)] [scriptblock] $Until, [string] $For)
    $end = [datetime]::UtcNow + $patience
    while (-not (& $Until)) {
        if ([datetime]::UtcNow -gt $end) { throw "No $For on the terminal:`n$(@(Read-Terminal $Socket) -join "`n")" }
        Start-Sleep -Milliseconds 100
    }
}

<#
.SYNOPSIS
Ends the terminal with what runs in it.
#>
function Close-Terminal {
    param([Parameter(Mandatory)] [string] $Socket)
    & tmux -S $Socket kill-server 2> $null
}

Export-ModuleMember -Function Open-Terminal, Send-Key, Read-Terminal, Read-CursorLine, Wait-Terminal, Close-Terminal
