using System;
using System.Linq;
using System.Management.Automation.Host;

namespace NaccsCert.PowerShell;

/// <summary>Whether somebody is there to answer a question.</summary>
internal static class HostInteraction
{
    /// <summary>True when a person sits before this host; false in services, and under -NonInteractive.</summary>
    public static bool CanAskUser(PSHost host) =>
        host.UI?.RawUI is not null && Environment.UserInteractive && !Environment.GetCommandLineArgs().Any(IsNonInteractive);

    // The hosts accept any unambiguous beginning of the word.
    private static bool IsNonInteractive(string argument) =>
        argument.Length > 3 && "-NonInteractive".StartsWith(argument, StringComparison.OrdinalIgnoreCase);
}
