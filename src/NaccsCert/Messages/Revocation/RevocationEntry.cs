using System;
using System.Linq;

namespace NaccsCert.Messages.Revocation;

/// <summary>That a certificate was revoked.</summary>
/// <param name="Date">Since when.</param>
/// <param name="Reason">Why, by the name that RFC 5280 (section 5.3.1) gives it; null when the issuer does not say.</param>
internal sealed record RevocationEntry(DateTimeOffset Date, string? Reason)
{
    private static readonly (int Code, string Name)[] Reasons =
    [
        (1, "keyCompromise"),
        (2, "cACompromise"),
        (3, "affiliationChanged"),
        (4, "superseded"),
        (5, "cessationOfOperation"),
        (6, "certificateHold"),
        (9, "privilegeWithdrawn"),
        (10, "aACompromise"),
    ];

    /// <summary>Makes an entry of what a message says.</summary>
    /// <param name="date">The date, in UTC.</param>
    /// <param name="reason">The number of the CRLReason; null when there is none.</param>
    public static RevocationEntry Of(DateTime date, int? reason) => new(
        new DateTimeOffset(date.ToUniversalTime()),
        Reasons.FirstOrDefault(known => known.Code == reason).Name);
}
