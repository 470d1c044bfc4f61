using System;
using System.Management.Automation;
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
    private const string ConsoleName = "ConsoleHost";

    // The engine shows what has this tag.
    private const string HostTag = "PSHOST";

    /// <summary>Whether a person is there who reads what the host shows.</summary>
    public bool IsThere => !(command.Host.Name == ConsoleName && Console.IsOutputRedirected)
        && new HostInteraction(command.Host, new PipelinePump(CancellationToken.None), mayTell, progress: null).CanAsk;

    /// <summary>Shows a text.</summary>
    public void Tell(string text) => command.WriteInformation(new HostInformationMessage { Message = text }, [HostTag]);
}
