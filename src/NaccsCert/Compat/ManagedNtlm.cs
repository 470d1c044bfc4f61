#if NET
using System;

namespace NaccsCert.Compat;

/// <summary>NTLM where the system has none.</summary>
internal static class ManagedNtlm
{
    private const string Switch = "System.Net.Security.UseManagedNtlm";

    /// <summary>
    /// Lets .NET speak NTLM itself on Linux, where it would otherwise need a GSSAPI plug-in that nobody has installed. It
    /// has to be said before the first authentication of the process, so it is said before the first connection; whoever
    /// has set the switch already is left alone. On Windows the system does it.
    /// </summary>
    public static void Enable()
    {
        if (OperatingSystem.IsLinux() && !AppContext.TryGetSwitch(Switch, out _))
        {
            AppContext.SetSwitch(Switch, true);
        }
    }
}
#endif
