using System;
using System.Collections.Generic;
using System.IO;
#if NET
using System.Runtime.Versioning;
#endif
using System.Security;
using Microsoft.Win32;
using NaccsCert.Diagnostics;
using NaccsCert.Renewal;

namespace NaccsCert.Windows;

/// <summary>The uninstall entries in the registry of Windows: of the user, and of the computer for 64-bit and 32-bit programs.</summary>
internal sealed class UninstallRegistry : IInstalledPrograms
{
    private const string Key = @"Software\Microsoft\Windows\CurrentVersion\Uninstall";

    /// <inheritdoc/>
    public IEnumerable<InstalledProgram> List()
    {
#if NET
        if (!OperatingSystem.IsWindows())
        {
            return [];
        }
#else
        if (Environment.OSVersion.Platform != PlatformID.Win32NT)
        {
            return [];
        }
#endif
        return
        [
            .. Read(RegistryHive.CurrentUser, RegistryView.Default),
            .. Read(RegistryHive.LocalMachine, RegistryView.Registry64),
            .. Read(RegistryHive.LocalMachine, RegistryView.Registry32),
        ];
    }

#if NET
    [SupportedOSPlatform("windows")]
#endif
    private static List<InstalledProgram> Read(RegistryHive hive, RegistryView view)
    {
        var programs = new List<InstalledProgram>();
        try
        {
            using RegistryKey root = RegistryKey.OpenBaseKey(hive, view);
            using RegistryKey? key = root.OpenSubKey(Key);
            foreach (string name in key?.GetSubKeyNames() ?? [])
            {
                using RegistryKey? entry = key!.OpenSubKey(name);
                if (entry?.GetValue("DisplayName") is string displayName)
                {
                    programs.Add(new InstalledProgram(displayName, entry.GetValue("DisplayVersion") as string));
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SecurityException)
        {
            // What cannot be read is not installed, so that this module reminds.
            NaccsCertEventSource.Log.ProgramsUnreadable($"{hive} {view}", exception.Message);
        }

        return programs;
    }
}
