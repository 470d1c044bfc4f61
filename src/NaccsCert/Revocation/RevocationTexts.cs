using System;
using NaccsCert.Http;
using NaccsCert.Protocol;
using NaccsCert.Reasons;
using NaccsCert.Time;

namespace NaccsCert.Revocation;

/// <summary>What the ways of asking about revocation have to say alike.</summary>
internal static class RevocationTexts
{
    /// <summary>That a certificate was revoked, since when, and why if the issuer says so.</summary>
    public static string Revoked(RevocationEntry entry) => entry.Reason is { } reason
        ? ReasonText.Of(ReasonId.RevokedBecause, LocalTime.Text(entry.Date), reason)
        : ReasonText.Of(ReasonId.Revoked, LocalTime.Text(entry.Date));

    /// <summary>That an answer is too old or from the future.</summary>
    /// <param name="moment">The moment for which the answer was made.</param>
    public static string NotCurrent(DateTimeOffset moment) =>
        ReasonText.Of(ReasonId.RevocationNotCurrent, LocalTime.Text(moment));

    /// <summary>That there was an answer of HTTP only.</summary>
    public static string Refused(HttpAnswer answer, Uri address) => $"HTTP {answer.StatusCode} {address}";
}
