using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Networks.Client;
using NaccsCert.Harnesses.Networks.Service;
using NaccsCert.TestSupport.Proxies;

namespace NaccsCert.Harnesses.Networks.Rows;

/// <summary>One way to the service, and what is to come of it.</summary>
/// <param name="Proxy">The proxy, in words.</param>
/// <param name="Credential">The credential and what is set up besides, in words.</param>
internal sealed record Row(string Proxy, string Credential)
{
    /// <summary>Starts the proxy; null for none.</summary>
    public Func<CertificateService, CancellationToken, Task<IProxy>>? StartProxy { get; init; }

    /// <summary>How the user has set the client up.</summary>
    public ClientOptions Client { get; init; } = ClientOptions.Plain;

    /// <summary>What the administrator has changed in the service definition.</summary>
    public Action<JsonNode> Definition { get; init; } = _ => { };

    /// <summary>Whether the user trusts the proxy's root.</summary>
    public bool TrustsProxy { get; init; }

    /// <summary>What is to come of each operation.</summary>
    public required IReadOnlyDictionary<Operation, string> Expected { get; init; }

    /// <summary>A text that the message of every failure contains.</summary>
    public string Message { get; init; } = string.Empty;

    /// <summary>What the proxy may be shown, all of it, in the order of the alphabet; null where it does not look.</summary>
    public IReadOnlyList<string>? Shown { get; init; }
}
