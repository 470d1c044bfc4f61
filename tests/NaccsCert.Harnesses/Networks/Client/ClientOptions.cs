using System.Collections.Generic;

namespace NaccsCert.Harnesses.Networks.Client;

/// <summary>How a user has set the client up.</summary>
internal sealed record ClientOptions
{
    /// <summary>No proxy, no credential, nothing in the environment.</summary>
    public static ClientOptions Plain { get; } = new();

    /// <summary>The user name at the proxy; null for no <c>-ProxyCredential</c>.</summary>
    public string? User { get; init; }

    /// <summary>The password at the proxy.</summary>
    public string Password { get; init; } = string.Empty;

    /// <summary>The <c>-ProxyAuthentication</c>; null for none.</summary>
    public string? Authentication { get; init; }

    /// <summary>Whether the proxy is named with <c>-Proxy</c>, and not by the environment alone.</summary>
    public bool NamesProxy { get; init; } = true;

    /// <summary>Variables of the environment; <c>{proxy}</c> stands for the proxy's host and port.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The operations that are done.</summary>
    public IReadOnlyList<Operation> Operations { get; init; } =
        [Operation.Enroll, Operation.Renew, Operation.Connectivity, Operation.Revocation];
}
