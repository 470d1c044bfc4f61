using System;
using Microsoft.Win32;
using NaccsCert.Policies;

namespace NaccsCert.Windows;

/// <summary>The values that Group Policy writes into the registry of Windows, alike for 32-bit and 64-bit processes.</summary>
internal sealed class PolicyRegistry : IPolicyStore
{
    private const string Key = @"Software\Policies\NaccsCert";

    /// <inheritdoc/>
    public string Locate(PolicySource source, string name) =>
        PolicyHive.Of(source) + $@"\{Key}\{name}";

    /// <inheritdoc/>
    public object? Read(PolicySource source, string name)
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
        using RegistryKey? key = (source == PolicySource.Computer ? Registry.LocalMachine : Registry.CurrentUser).OpenSubKey(Key);
        return key?.GetValue(name);
    }
}
