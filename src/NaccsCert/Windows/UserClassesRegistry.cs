#if NET
using System;
#endif
using System.Collections.Generic;
using Microsoft.Win32;
using NaccsCert.Renewal;

namespace NaccsCert.Windows;

/// <summary>Writes the user's part of the registry of Windows, below <c>Software\Classes</c>.</summary>
internal sealed class UserClassesRegistry : IToastRegistration
{
    private const string Root = @"Software\Classes\";

    /// <inheritdoc/>
    public void Write(IEnumerable<(string Key, string Name, string Text)> values)
    {
#if NET
        if (!OperatingSystem.IsWindows())
        {
            return;
        }
#endif
        foreach ((string key, string name, string text) in values)
        {
            using RegistryKey opened = Registry.CurrentUser.CreateSubKey(Root + key);
            opened.SetValue(name, text);
        }
    }

    /// <inheritdoc/>
    public void Delete(IEnumerable<string> keys)
    {
#if NET
        if (!OperatingSystem.IsWindows())
        {
            return;
        }
#endif
        foreach (string key in keys)
        {
            Registry.CurrentUser.DeleteSubKeyTree(Root + key, throwOnMissingSubKey: false);
        }
    }
}
