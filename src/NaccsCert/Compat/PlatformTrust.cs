using System.Runtime.InteropServices;

namespace NaccsCert.Compat;

/// <summary>How the platform treats a user who wants to trust a root.</summary>
internal static class PlatformTrust
{
    /// <summary>Whether a dialog asks the user first: Windows warns, macOS wants a password.</summary>
    public static bool AsksBeforeTrusting => !RuntimeInformation.IsOSPlatform(OSPlatform.Linux);
}
