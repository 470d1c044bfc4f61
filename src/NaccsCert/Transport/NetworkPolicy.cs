using System;

namespace NaccsCert.Transport;

/// <summary>What Group Policy has settled about the way to the service.</summary>
/// <param name="Proxy">The proxy to go through; null when the policy does not say.</param>
/// <param name="ProxyAuthentication">How to sign in to it; null when the policy does not say.</param>
internal sealed record NetworkPolicy(Uri? Proxy, ProxyAuthentication? ProxyAuthentication)
{
    /// <summary>A policy that says nothing.</summary>
    public static NetworkPolicy None { get; } = new(null, null);
}
