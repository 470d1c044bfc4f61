using System;
using System.Management.Automation;
using System.Management.Automation.Language;
using NaccsCert.Services;
using NaccsCert.Transport;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Reads the parameters about the route to the service.</summary>
internal static class NetworkChoices
{
    /// <summary>Reads them.</summary>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.ProxyAddressInvalid"/>, <see cref="ErrorId.HttpsProxyNotSupported"/> or
    /// <see cref="ErrorId.ProxyChoiceContradictory"/>.
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

    /// <summary>
    /// Takes user and password out of a proxy's address. Such an address is an error, and the records of a command have its
    /// parameters and its line with them.
    /// </summary>
    /// <param name="proxy">The address as it was written; null for none.</param>
    /// <param name="invocation">How the command was called, from which they are taken as well.</param>
    /// <returns>The address that the command goes on with.</returns>
    public static string? HideUser(string? proxy, InvocationInfo invocation)
    {
        if (proxy is null)
        {
            return null;
        }

        string address = ProxyAddress.WithoutUser(proxy);
        if (address == proxy)
        {
            return proxy;
        }

        invocation.BoundParameters[nameof(NetworkCommand.Proxy)] = address;
        var position = new ScriptPosition(
            invocation.ScriptName, invocation.ScriptLineNumber, invocation.OffsetInLine, invocation.InvocationName);
        invocation.DisplayScriptPosition = new ScriptExtent(position, position);
        return address;
    }

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
            : throw new NaccsException(
                ProxyAddress.IsHttps(proxy) ? ErrorId.HttpsProxyNotSupported : ErrorId.ProxyAddressInvalid, proxy);
    }
}
