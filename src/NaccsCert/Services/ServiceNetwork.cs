using System;

namespace NaccsCert.Services;

/// <summary>What an administrator has settled about the way to the service, for everybody who uses the definition.</summary>
/// <param name="Proxy">The proxy to go through; null for that of the system.</param>
/// <param name="ProxyAuthentication">How to sign in to a proxy.</param>
/// <param name="AllowsTlsInspection">
/// Whether a device in between may open the connection, if this computer trusts its root. It then sees the codes.
/// </param>
internal sealed record ServiceNetwork(Uri? Proxy, ProxyAuthentication ProxyAuthentication, bool AllowsTlsInspection)
{
    /// <summary>The way of the system, and nobody in between.</summary>
    public static ServiceNetwork Default { get; } = new(null, ProxyAuthentication.Any, AllowsTlsInspection: false);
}
