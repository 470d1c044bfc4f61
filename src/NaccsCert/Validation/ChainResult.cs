using System.Collections.Generic;
using System.Linq;
using NaccsCert.Validation.Paths;

namespace NaccsCert.Validation;

/// <summary>What became of the attempt to chain a certificate to one of a set of roots.</summary>
/// <param name="Root">The fingerprint (SHA-256) of the root that the chain ends in; null when it ends in none of them.</param>
/// <param name="Failure">Why there is no chain; null when there is one.</param>
internal sealed record ChainResult(string? Root, string? Failure)
{
    /// <summary>Whether the certificate chains to one of the roots.</summary>
    public bool IsTrusted => Root is not null;

    /// <summary>The same as <see cref="Failure"/>, to decide by; null when there is a chain.</summary>
    public ChainProblem? Problem { get; init; }

    /// <summary>The certificates of the chain as they came, from the first to the root; none when there is no chain.</summary>
    public IReadOnlyList<byte[]> Path { get; init; } = [];

    /// <summary>The certificates of the chain between the first and the root.</summary>
    public IEnumerable<byte[]> Intermediates => Path.Skip(1).Take(Path.Count - 2);
}
