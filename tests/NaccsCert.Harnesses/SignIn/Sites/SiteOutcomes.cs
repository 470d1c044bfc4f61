namespace NaccsCert.Harnesses.SignIn.Sites;

/// <summary>What a site makes of the certificates.</summary>
/// <param name="Good">Of one that nothing is wrong with: the status of the check, or the id of its error.</param>
/// <param name="Words">What the text about that one contains.</param>
internal sealed record SiteOutcomes(string Good, string Words)
{
    /// <summary>Of one that is on the revocation list, where the site has that; else as of a good one.</summary>
    public string Revoked { get; init; } = Good;

    /// <summary>Of one that has expired.</summary>
    public string Expired { get; init; } = "ClientCertificateExpired";

    /// <summary>What the text about the revoked one contains.</summary>
    public string RevokedWords { get; init; } = Words;

    /// <summary>What the text about the expired one contains.</summary>
    public string ExpiredWords { get; init; } = string.Empty;
}
