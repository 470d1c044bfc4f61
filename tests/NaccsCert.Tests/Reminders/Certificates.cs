using System;
using NaccsCert.Renewal;
using NaccsCert.Tests.Support;
using NaccsCert.Validation.Installed;

namespace NaccsCert.Tests.Reminders;

/// <summary>
/// Certificates as they are listed, and what the reminder is told about them. Unless a test says otherwise a certificate
/// ends on a Tuesday, 1 December 2026, and its renewal opens 28 days before.
/// </summary>
internal static class Certificates
{
    public static readonly DateTimeOffset NotAfter = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Opens = NotAfter.AddDays(-28);

    public static readonly TimeZoneInfo Tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

    /// <summary>The user renews.</summary>
    public static readonly ReminderSettings Manual = new(AutoRenew: false, ReminderDays: 28, RenewalSpreadDays: 21);

    /// <summary>Renewal is silent.</summary>
    public static readonly ReminderSettings Silent = new(AutoRenew: true, ReminderDays: 28, RenewalSpreadDays: 21);

    /// <summary>A certificate with the status that it has at a moment.</summary>
    public static NaccsCertificate At(DateTimeOffset now, string terminal = "1TEST01", string thumbprint = "AA01") => Of(
        new CertificateStatusPolicy(Opens, now).Evaluate(Facts.Of(NotAfter.AddYears(-4), NotAfter), isSuperseded: false),
        now,
        terminal,
        thumbprint);

    /// <summary>A certificate with a status of its own.</summary>
    public static NaccsCertificate Of(
        CertificateStatus status, DateTimeOffset now, string terminal = "1TEST01", string thumbprint = "AA01") => new()
        {
            Status = status,
            Reason = "because",
            Terminal = terminal,
            Thumbprint = thumbprint,
            Subject = "CN=" + terminal,
            Issuer = "NACCS Client CA",
            SerialNumber = "01",
            NotBefore = NotAfter.AddYears(-4),
            NotAfter = NotAfter,
            RenewalOpens = Opens,
            DaysLeft = (int)Math.Floor((NotAfter - now).TotalDays),
            KeyAlgorithm = "RSA 2048",
            KeyProvider = "KeyFile",
            FriendlyName = string.Empty,
            Service = "naccs",
            StoreName = "My",
        };
}
