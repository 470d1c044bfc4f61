using System;

namespace NaccsCert.Validation.Paths;

/// <summary>What a path is held against.</summary>
/// <param name="Usage">The extended key usage that the path must allow; null for any.</param>
/// <param name="Time">The moment for which it must be valid.</param>
internal sealed record PathRules(string? Usage, DateTimeOffset Time)
{
    /// <summary>Whether the first certificate is one of a TLS server.</summary>
    public bool IsServer => Usage == ChainValidator.ServerAuthentication;

    /// <summary>How many CA certificates may stand between the first one and the root; self-issued ones do not count.</summary>
    public int MaxIntermediates { get; init; } = 8;

    /// <summary>Whether weak keys and hashes count: only for test suites that are older than their weakness.</summary>
    public bool AllowsWeak { get; init; }

    /// <summary>Whether a CA may stand first.</summary>
    public bool AllowsAuthorityFirst { get; init; }
}
