using System;
using NaccsCert.Messages.Revocation;
using NaccsCert.Resources;
using NaccsCert.Time;
using NaccsCert.Transport;

namespace NaccsCert.Validation.Revocation;

/// <summary>What the ways of asking about revocation have to say alike.</summary>
internal static class RevocationTexts
{
    /// <summary>That a certificate was revoked, since when, and why if the issuer says so.</summary>
    public static string Revoked(RevocationEntry entry) => entry.Reason is { } reason
        ? Strings.Format(StringId.RevokedBecause, LocalTime.Text(entry.Date), reason)
        : Strings.Format(StringId.Revoked, LocalTime.Text(entry.Date));

    /// <summary>That an answer is too old or from the future.</summary>
    /// <param name="moment">The moment for which the answer was made.</param>
    public static string NotCurrent(DateTimeOffset moment) =>
        Strings.Format(StringId.RevocationNotCurrent, LocalTime.Text(moment));

    /// <summary>That a list does not speak for the certificate.</summary>
    public static string NoProof(ListDoubt doubt) => Strings.Format(StringId.RevocationNoProof, doubt);

    /// <summary>That there was an answer of HTTP only.</summary>
    public static string Refused(HttpReply reply, Uri address) => $"HTTP {reply.StatusCode} {address}";
}
