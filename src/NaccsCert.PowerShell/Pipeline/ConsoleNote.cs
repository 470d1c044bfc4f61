using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace NaccsCert.PowerShell.Pipeline;

/// <summary>Tells the person at the console something that is no output, the way <c>Write-Host</c> does.</summary>
internal static class ConsoleNote
{
    // By this tag hosts show a record whatever $InformationPreference is.
    private const string HostTag = "PSHOST";
    private const string ConsoleName = "ConsoleHost";

    /// <summary>Shows lines.</summary>
    /// <param name="command">The command, on whose pipeline thread this is called.</param>
    /// <param name="lines">The lines.</param>
    public static void Show(PSCmdlet command, IEnumerable<string> lines)
    {
        foreach (string line in IsSeen(command) ? lines : [])
        {
            command.WriteInformation(new HostInformationMessage { Message = line }, [HostTag]);
        }
    }

    // The console host would write into a file or to another program, between the output of a script.
    private static bool IsSeen(PSCmdlet command) => command.Host.Name != ConsoleName || !Console.IsOutputRedirected;
}
