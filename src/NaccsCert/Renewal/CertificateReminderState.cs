using System;

namespace NaccsCert.Renewal;

/// <summary>What the reminder remembers of a certificate: back-off and the last notice, but never when it is due.</summary>
/// <param name="Thumbprint">The certificate.</param>
/// <param name="Noticed">When the user was last told of it; null for never.</param>
/// <param name="Failures">How many renewals in a row have failed.</param>
/// <param name="NextAttempt">Before that, renewal is not tried again; null for no such moment.</param>
internal sealed record CertificateReminderState(string Thumbprint, DateTimeOffset? Noticed, int Failures, DateTimeOffset? NextAttempt)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan MaxWait = TimeSpan.FromDays(1);

    /// <summary>Nothing is remembered.</summary>
    public static CertificateReminderState Of(string thumbprint) => new(thumbprint, null, 0, null);

    /// <summary>After a failure: the wait doubles from an hour to a day, and never becomes giving up.</summary>
    /// <param name="now">The moment of the failure.</param>
    /// <param name="told">When the service said to come back; null when it did not.</param>
    public CertificateReminderState Failed(DateTimeOffset now, DateTimeOffset? told)
    {
        double factor = Math.Pow(2, Math.Min(Failures, 10));
        TimeSpan wait = TimeSpan.FromTicks(Math.Min((long)(FirstWait.Ticks * factor), MaxWait.Ticks));
        return this with { Failures = Failures + 1, NextAttempt = told is { } moment && moment > now + wait ? moment : now + wait };
    }

    /// <summary>Whether the user was told on the day of a moment already.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="zone">The time zone by which days are told.</param>
    public bool NoticedToday(DateTimeOffset now, TimeZoneInfo zone) =>
        Noticed is { } noticed && TimeZoneInfo.ConvertTime(noticed, zone).Date == TimeZoneInfo.ConvertTime(now, zone).Date;
}
