using System.Security.Authentication;

namespace NaccsCert.Transport;

/// <summary>The TLS versions that are spoken, set on each connection and never for the whole process.</summary>
internal static class TlsVersions
{
    /// <summary>TLS 1.3, which .NET Framework 4.8 has where Windows has it but does not name in every reference assembly.</summary>
    private const SslProtocols Tls13 = (SslProtocols)12288;

    /// <summary>TLS 1.2 (RFC 5246) and 1.3 (RFC 8446).</summary>
    public const SslProtocols Allowed = SslProtocols.Tls12 | Tls13;

    /// <summary>The name by which people know a version.</summary>
    /// <param name="version">A version.</param>
    /// <returns>For example <c>TLS 1.3</c>; the platform's own name for a version that is not spoken here.</returns>
    public static string Name(SslProtocols version) => version switch
    {
        SslProtocols.Tls12 => "TLS 1.2",
        Tls13 => "TLS 1.3",
        _ => version.ToString(),
    };
}
