using System;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace NaccsCert.Sandbox.Hosting;

/// <summary>The address that clients are told, as opposed to the one that is listened on.</summary>
internal static class Advertised
{
    /// <summary>Nobody can connect to "any address", so the loopback address stands for it.</summary>
    public static IPAddress AddressFor(IPAddress bind) =>
        bind.Equals(IPAddress.Any) || bind.Equals(IPAddress.IPv6Any) ? IPAddress.Loopback : bind;

    /// <summary>The root of all addresses, <c>https://ADDRESS:PORT</c>.</summary>
    public static Uri Origin(IPAddress bind, int port) => Origin(Uri.UriSchemeHttps, bind, port);

    /// <summary>The root of the addresses without TLS, <c>http://ADDRESS:PORT</c>.</summary>
    public static Uri PlainOrigin(IPAddress bind, int port) => Origin(Uri.UriSchemeHttp, bind, port);

    /// <summary>The root of the addresses that a request came to.</summary>
    public static Uri OriginOf(HttpContext context, IPAddress bind) =>
        Origin(context.Request.IsHttps ? Uri.UriSchemeHttps : Uri.UriSchemeHttp, bind, context.Connection.LocalPort);

    private static Uri Origin(string scheme, IPAddress bind, int port) => new UriBuilder(scheme, AddressFor(bind).ToString(), port).Uri;
}
