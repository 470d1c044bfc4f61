using System;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace NaccsCert.PowerShell.Pipeline;

/// <summary>
/// Draws progress so that it stays on its line. PowerShell 7 counts characters where it should count cells: Japanese ones take two, and
/// its bar would run over into the next line and leave pieces there. So its greatest width is less while it is drawn.
/// </summary>
/// <param name="command">The command, on whose pipeline thread this is called.</param>
internal sealed class ProgressBar(PSCmdlet command)
{
    // PowerShell takes no less.
    private const int MinWidth = 18;

    // The setting belongs to the process, and commands may run beside each other.
    private static readonly object Gate = new();

    /// <summary>Draws a record.</summary>
    public void Draw(ProgressRecord record)
    {
        if (MaxWidth() is not { } setting || command.Host.UI?.RawUI is not { } console)
        {
            command.WriteProgress(record);
            return;
        }

        lock (Gate)
        {
            object chosen = setting.Value;
            try
            {
                setting.Value = Fitting((int)chosen, console, record.Activity + record.StatusDescription);
                command.WriteProgress(record);
            }
            finally
            {
                setting.Value = chosen;
            }
        }
    }

    private static int Fitting(int chosen, PSHostRawUserInterface console, string text)
    {
        try
        {
            int uncounted = console.LengthInBufferCells(text) - text.Length;
            return Math.Max(MinWidth, Math.Min(chosen, console.WindowSize.Width - uncounted));
        }
        catch (HostException)
        {
            // There is no window.
            return chosen;
        }
    }

    // Windows PowerShell has no such setting, and counts cells.
    private PSPropertyInfo? MaxWidth() =>
        PropertyOf(PropertyOf(command.SessionState.PSVariable.GetValue("PSStyle"), "Progress")?.Value, "MaxWidth") is { Value: int } width
            ? width
            : null;

    private static PSPropertyInfo? PropertyOf(object? value, string name) =>
        value is null ? null : PSObject.AsPSObject(value).Properties[name];
}
