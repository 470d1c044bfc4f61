using System.Net;
#if NET
using System.Net.Http;
#endif

namespace NaccsCert.Compat;

/// <summary>The proxy that the system, or whoever set up this process, wants to be used.</summary>
internal static class SystemProxy
{
    /// <summary>The proxy; null for none.</summary>
    public static IWebProxy? Current =>
#if NET
        HttpClient.DefaultProxy;
#else
        WebRequest.DefaultWebProxy;
#endif
}
