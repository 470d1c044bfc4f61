using System;
using System.Net;

namespace NaccsCert.Sandbox.Hosting;

/// <summary>The address that clients are told, as opposed to the one that is listened on.</summary>
internal static class Advertised
{
    /// <summary>Nobody can connect to "any address", so the loopback address stands for it.</summary>
    public static IPAddress AddressFor(IPAddress bind) =>
        bind.Equals(IPAddress.Any) || bind.Equals(IPAddress.IPv6Any) ? IPAddress.Loopback : bind;

    /// <summary>The root of all addresses, <c>https://ADDRESS:PORT</c>.</summary>
    public static Uri Origin(IPAddress bind, int port) => new UriBuilder(Uri.UriSchemeHttps, AddressFor(bind).ToString(), port).Uri;
}
