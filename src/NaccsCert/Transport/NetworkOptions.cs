using System;
using System.Net;

namespace NaccsCert.Transport;

/// <summary>The user's choices about the way to the service. What is not chosen is as the definition, or the system, has it.</summary>
internal sealed record NetworkOptions
{
    /// <summary>No choices.</summary>
    public static NetworkOptions Default { get; } = new();

    /// <summary>The proxy to go through (<c>http</c>); null for that of the definition or the system.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Goes straight to the server, whatever proxy there is.</summary>
    public bool NoProxy { get; init; }

    /// <summary>What to sign in to a proxy with that does not take the signed-in user's own credentials.</summary>
    public ICredentials? ProxyCredential { get; init; }

    /// <summary>How to sign in to a proxy; null for what the definition says.</summary>
    public ProxyAuthentication? ProxyAuthentication { get; init; }

    /// <summary>What Group Policy has settled, where the user does not choose.</summary>
    public NetworkPolicy Policy { get; init; } = NetworkPolicy.None;

    /// <summary>How long each stage may take.</summary>
    public NetworkTimeouts Timeouts { get; init; } = NetworkTimeouts.Default;
}
