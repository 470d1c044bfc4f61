#if NET
using System;
#endif
using System.Collections.Generic;
using Microsoft.Win32;
using NaccsCert.Renewal;

namespace NaccsCert.Windows;

/// <summary>The user's part of the registry of Windows, below <c>Software\Classes</c>.</summary>
internal static class UserClassesRegistry
{
    private const string Root = @"Software\Classes\";

    /// <summary>Sets the values; does nothing elsewhere than on Windows.</summary>
    public static void Write(IEnumerable<(string Key, string Name, string Text)> values)
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

    /// <summary>Removes the keys of the reminder with all that is in them.</summary>
    public static void Delete()
    {
#if NET
        if (!OperatingSystem.IsWindows())
        {
            return;
        }
#endif
        foreach (string key in UserClasses.Keys)
        {
            Registry.CurrentUser.DeleteSubKeyTree(Root + key, throwOnMissingSubKey: false);
        }
    }
}
