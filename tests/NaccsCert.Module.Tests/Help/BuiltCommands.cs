using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using NaccsCert.Module.Tests.Engine;

namespace NaccsCert.Module.Tests.Help;

/// <summary>The commands as they were built.</summary>
internal static class BuiltCommands
{
    /// <summary>Every command that the module exports.</summary>
    /// <param name="session">An engine with the module.</param>
    public static IReadOnlyList<CmdletInfo> Of(PowerShellSession session) =>
        [.. session.Invoke("Get-Command -Module NaccsCert -CommandType Cmdlet").Output.Select(item => (CmdletInfo)item.BaseObject)];

    /// <summary>The parameters of its own, those that every command has left out.</summary>
    /// <param name="parameters">All that the engine knows.</param>
    public static IEnumerable<string> Own(IEnumerable<string> parameters) => parameters.Except(Cmdlet.CommonParameters);
}
