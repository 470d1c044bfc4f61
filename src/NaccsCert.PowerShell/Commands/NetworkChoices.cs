using System;
using System.Management.Automation;
using NaccsCert.Services;
using NaccsCert.Transport;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Reads the parameters about the route to the service.</summary>
internal static class NetworkChoices
{
    /// <summary>Reads them.</summary>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.ProxyAddressInvalid"/> or <see cref="ErrorId.ProxyChoiceContradictory"/>.
    /// </exception>
    public static NetworkOptions Read(
        string? proxy,
        bool noProxy,
        PSCredential? credential,
        ProxyAuthentication? authentication,
        NetworkPolicy policy) => new()
        {
            Proxy = ReadProxy(proxy, noProxy),
            NoProxy = noProxy,
            ProxyCredential = credential?.GetNetworkCredential(),
            ProxyAuthentication = authentication,
            Policy = policy,
        };

    private static Uri? ReadProxy(string? proxy, bool noProxy)
    {
        if (proxy is null)
        {
            return null;
        }

        if (noProxy)
        {
            throw new NaccsException(ErrorId.ProxyChoiceContradictory, proxy);
        }

        return ProxyAddress.TryParse(proxy, out Uri? address)
            ? address
            : throw new NaccsException(ErrorId.ProxyAddressInvalid, proxy);
    }
}
