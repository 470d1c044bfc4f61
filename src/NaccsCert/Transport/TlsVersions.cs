using System.Security.Authentication;

namespace NaccsCert.Transport;

/// <summary>The TLS versions that are spoken, set on each connection and never for the whole process.</summary>
internal static class TlsVersions
{
    /// <summary>TLS 1.3, which .NET Framework 4.8 has where Windows has it but does not name in every reference assembly.</summary>
    private const SslProtocols Tls13 = (SslProtocols)12288;

    /// <summary>TLS 1.2 (RFC 5246) and 1.3 (RFC 8446).</summary>
    public const SslProtocols Allowed = SslProtocols.Tls12 | Tls13;
}
