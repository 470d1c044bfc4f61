using System.Collections.Generic;
using NaccsCert.Services;

namespace NaccsCert.Browsers;

/// <summary>Which entries are wanted, and where they are to go.</summary>
internal sealed record BrowserPolicyOptions
{
    /// <summary>The browsers.</summary>
    public required IReadOnlyList<BrowserKind> Browsers { get; init; }

    /// <summary>The environment whose hosts are meant; null for all.</summary>
    public ServiceEnvironment? Environment { get; init; }

    /// <summary>The attribute of the issuer's name that the definition gives: CN, OU or O.</summary>
    public required string IssuerAttribute { get; init; }

    /// <summary>For the computer or for the user.</summary>
    public required PolicySource Scope { get; init; }

    /// <summary>The number of the first entry in the registry.</summary>
    public required int StartNumber { get; init; }
}
