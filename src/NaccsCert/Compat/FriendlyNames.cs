using System.Runtime.InteropServices;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Compat;

/// <summary>The friendly name of a certificate, which only Windows keeps.</summary>
internal static class FriendlyNames
{
    /// <summary>Sets the name where the platform has one and there is one to set.</summary>
    public static void Set(X509Certificate2 certificate, string name)
    {
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows) && name.Length > 0)
        {
            certificate.FriendlyName = name;
        }
    }

    /// <summary>The name; empty where the platform has none.</summary>
    public static string Get(X509Certificate2 certificate) =>
        RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? certificate.FriendlyName : string.Empty;
}
