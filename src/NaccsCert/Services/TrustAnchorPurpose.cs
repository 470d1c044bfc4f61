namespace NaccsCert.Services;

/// <summary>What a pinned root vouches for.</summary>
internal enum TrustAnchorPurpose
{
    /// <summary>The TLS certificates of the service's hosts.</summary>
    Server,

    /// <summary>The client certificates that the service issues.</summary>
    Client,
}
