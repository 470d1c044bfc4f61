using System;
using System.Globalization;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.Policy;

/// <summary>Which certificates may be renewed, and when (the operator's manual, Ver-202506).</summary>
internal static class RenewalPolicy
{
    public const string Window = "P28D";

    private static readonly IsoDuration WindowLength = IsoDuration.Parse(Window);

    /// <summary>Why a certificate cannot be renewed at <paramref name="now"/>, in one line, or null if it can.</summary>
    public static string? Refusal(LedgerEntry certificate, DateTimeOffset now)
    {
        if (certificate.RevokedAt is not null)
        {
            return "the client certificate is revoked";
        }

        if (now > certificate.NotAfter)
        {
            return $"the client certificate expired on {Show(certificate.NotAfter)}; it needs a re-issue";
        }

        DateTimeOffset opens = certificate.NotAfter - WindowLength.Time;
        return now < opens ? $"the renewal window opens on {Show(opens)}" : null;
    }

    private static string Show(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
