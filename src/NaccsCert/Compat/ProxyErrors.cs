using System;
#if NET
using System.Net.Http;
#endif

namespace NaccsCert.Compat;

/// <summary>A proxy that opens no tunnel. On .NET Framework its answer comes like any other, and nothing is thrown.</summary>
internal static class ProxyErrors
{
    /// <summary>Whether a proxy has refused to open the way to the server (RFC 9110, section 9.3.6).</summary>
    public static bool IsRefusedTunnel(Exception exception) =>
#if NET
        exception is HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError };
#else
        false;
#endif
}
