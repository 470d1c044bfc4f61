namespace NaccsCert.Browsers;

/// <summary>What a pattern has to do with a host.</summary>
internal enum PatternMatch
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It names the host.</summary>
    SameHost,

    /// <summary>It covers the host and others.</summary>
    Wider,
}
