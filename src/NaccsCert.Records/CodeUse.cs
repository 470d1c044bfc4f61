namespace NaccsCert;

/// <summary>
/// Whether an enrollment has used its authentication codes, by what its exchanges with the service have shown. A service issues one
/// certificate for codes.
/// </summary>
public enum CodeUse : long
{
    /// <summary>The codes never reached the service, or it has refused what they came with: nothing was issued for them here.</summary>
    NotUsed,

    /// <summary>The codes may have reached the service, and no answer has settled it. The same codes can be sent again.</summary>
    Unknown,

    /// <summary>The service has issued a certificate for the codes.</summary>
    Used,
}
