using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Threading;

namespace NaccsCert.PowerShell.Pipeline;

/// <summary>
/// Tells the person before the host what is no output: as an information record that the host shows without any preference being
/// set, as of <c>Write-Host</c>. Where nobody is there, nothing is written: what agents run shows no line more.
/// </summary>
/// <param name="command">The command, on whose pipeline thread this is called.</param>
/// <param name="mayTell">Whether the command may tell anything.</param>
internal sealed class HostAudience(PSCmdlet command, bool mayTell)
{
    // The engine shows what has this tag.
    private const string HostTag = "PSHOST";

    /// <summary>Whether a person is there who reads what the host shows.</summary>
    public bool IsThere => !(command.Host.Name == HostInteraction.ConsoleName && Console.IsOutputRedirected)
        && new HostInteraction(command.Host, new PipelinePump(CancellationToken.None), mayTell, progress: null).CanAsk;

    /// <summary>
    /// Shows a text. Its sentences are broken where their language is: a console would break words and dates. Commands, which are
    /// indented, stay on one line, so that they can be copied.
    /// </summary>
    public void Tell(string text)
    {
        int width = Width();
        IEnumerable<string> lines = text.Split([Environment.NewLine], StringSplitOptions.None)
            .SelectMany(line => line.Length > 0 && line[0] == ' ' ? [line] : ValueText.Wrap(line, width, taken: 0)!.Split('\n'));
        command.WriteInformation(new HostInformationMessage { Message = string.Join(Environment.NewLine, lines) }, [HostTag]);
    }

    private int Width()
    {
        try
        {
            return command.Host.UI.RawUI.BufferSize.Width;
        }
        catch (HostException)
        {
            // There is no window.
            return 0;
        }
    }
}
