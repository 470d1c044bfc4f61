using System;
#if NET
using System.Runtime.Versioning;
#endif
using NaccsCert.IO;

namespace NaccsCert.Windows;

/// <summary>Who may change files and folders on this platform.</summary>
internal static class FilePermissions
{
    /// <summary>What knows that.</summary>
    public static IFilePermissions OfThisPlatform =>
        IsWindows ? new WindowsFilePermissions() : new UnixFilePermissions();

#if NET
    [SupportedOSPlatformGuard("windows")]
#endif
    private static bool IsWindows => Environment.OSVersion.Platform == PlatformID.Win32NT;
}
