using NaccsCert.Sandbox.Policy;

namespace NaccsCert.Sandbox.Behavior;

/// <summary>How issued certificates are dated.</summary>
internal sealed record DatingBehavior
{
    public NotBeforeRule NotBefore { get; init; }

    /// <summary>How much later than the rule says a certificate begins.</summary>
    public IsoDuration Ahead { get; init; }

    public NotAfterRule NotAfter { get; init; }
}

/// <summary>When a certificate begins.</summary>
internal enum NotBeforeRule
{
    /// <summary>A minute before it is issued, and later than its predecessor.</summary>
    Now,

    /// <summary>At the start of the UTC day, like its predecessor of the same day.</summary>
    Midnight,

    /// <summary>With its predecessor; a first one as under <see cref="Now"/>.</summary>
    Predecessor,
}

/// <summary>When a certificate ends.</summary>
internal enum NotAfterRule
{
    /// <summary>The validity after its beginning.</summary>
    Validity,

    /// <summary>With its predecessor; a first one as under <see cref="Validity"/>.</summary>
    Predecessor,
}
