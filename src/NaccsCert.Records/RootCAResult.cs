using System;

namespace NaccsCert;

/// <summary>The outcome of <c>Install-NaccsRootCA</c> for one root certificate.</summary>
public sealed record RootCAResult : OperationResult
{
    /// <summary>How it ended.</summary>
    public required RootCAStatus Status { get; init; }

    /// <summary>The root's name.</summary>
    public required string Name
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>SHA-256 of the certificate in upper-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The last moment at which the root is valid (UTC); null when its certificate is not at hand.</summary>
    public required DateTimeOffset? NotAfter { get; init; }

    /// <summary>The result on one line.</summary>
    public override string ToString() => $"{Status}: {Name}: {Reason}";
}
