using System;
using Microsoft.Win32;

namespace NaccsCert.Shims;

/// <summary>The values that Group Policy writes into the registry of Windows.</summary>
internal static class PolicyRegistry
{
    private const string Key = @"Software\Policies\NaccsCert";

    /// <summary>Reads a value; that of the computer goes before that of the user, as with all policies.</summary>
    /// <param name="name">The value's name.</param>
    /// <returns>Its text; null when it is not set.</returns>
    public static string? Read(string name)
    {
#if NET
        if (!OperatingSystem.IsWindows())
        {
            return null;
        }
#else
        if (Environment.OSVersion.Platform != PlatformID.Win32NT)
        {
            return null;
        }
#endif
        using RegistryKey? machine = Registry.LocalMachine.OpenSubKey(Key);
        using RegistryKey? user = Registry.CurrentUser.OpenSubKey(Key);
        return machine?.GetValue(name) as string ?? user?.GetValue(name) as string;
    }
}
