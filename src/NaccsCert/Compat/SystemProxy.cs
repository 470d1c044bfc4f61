using System.Net;
#if NET
using System.Net.Http;
#endif

namespace NaccsCert.Compat;

/// <summary>
/// The proxy that the system, or whoever set up this process, wants to be used. A PAC file can name several, of which the next is
/// tried when one is down. Only the HTTP stack learns of the others: what <see cref="IWebProxy"/> tells is the first.
/// </summary>
internal static class SystemProxy
{
    /// <summary>The proxy; null for none.</summary>
    public static IWebProxy? Current =>
#if NET
        HttpClient.DefaultProxy;
#else
        WebRequest.DefaultWebProxy;
#endif

    /// <summary>Whether the HTTP stack goes through a proxy's whole list, when it is left to it with credentials of ours.</summary>
    /// <param name="proxy">What <see cref="Current"/> gave.</param>
    public static bool IsLeftToStack(IWebProxy proxy) =>
#if NET
        // Credentials that came with an address go before all others there.
        proxy.Credentials is null;
#else
        // What somebody put in the place of the system's proxy is an address, or a class of their own.
        proxy is not WebProxy && proxy.GetType().Assembly == typeof(WebRequest).Assembly;

    /// <summary>The system's proxy, apart from the one that the whole process shares.</summary>
    /// <param name="credentials">What to sign in with.</param>
    public static IWebProxy Own(ICredentials credentials)
    {
        IWebProxy proxy = WebRequest.GetSystemWebProxy();
        proxy.Credentials = credentials;
        return proxy;
    }
#endif
}
