using System.Collections.Generic;
using NaccsCert.TestSupport;

namespace NaccsCert.Harnesses.SignIn.Sites;

/// <summary>A site on the loopback address that may take client certificates.</summary>
/// <param name="Server">The server program.</param>
/// <param name="Setup">How it is set up, in words.</param>
/// <param name="Directives">How it is set up, in the language of the server; none for a server of ours.</param>
internal sealed record Site(string Server, string Setup, params IReadOnlyList<string> Directives)
{
    /// <summary>Its TCP port.</summary>
    public int Port { get; init; } = Ports.Closed();

    /// <summary>What is to come of the certificates.</summary>
    public required SiteOutcomes Expected { get; init; }
}
