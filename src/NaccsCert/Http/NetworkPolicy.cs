using System;
using NaccsCert.Services;
using NaccsCert.Shims;

namespace NaccsCert.Http;

/// <summary>What Group Policy has settled about the way to the service. A value that cannot be used counts as not set.</summary>
/// <param name="Proxy">The proxy to go through; null when the policy does not say.</param>
/// <param name="ProxyAuthentication">How to sign in to it; null when the policy does not say.</param>
public sealed record NetworkPolicy(Uri? Proxy, ProxyAuthentication? ProxyAuthentication)
{
    /// <summary>A policy that says nothing.</summary>
    public static NetworkPolicy None { get; } = new(null, null);

    /// <summary>The policy of this computer and its signed-in user.</summary>
    /// <returns>What is set; nothing on platforms without Group Policy.</returns>
    public static NetworkPolicy Read() => new(
        PolicyRegistry.Read("Proxy") is { } proxy && ProxyAddress.TryParse(proxy, out Uri? address) ? address : null,
        Enum.TryParse(PolicyRegistry.Read("ProxyAuthentication"), ignoreCase: true, out ProxyAuthentication authentication)
            && Enum.IsDefined(typeof(ProxyAuthentication), authentication)
            ? authentication
            : null);
}
