using System;
using NaccsCert.Keys;
using NaccsCert.Reasons;
using NaccsCert.Time;

namespace NaccsCert.Stores;

/// <summary>What a certificate is good for, from its facts alone.</summary>
internal static class CertificateStatusPolicy
{
    /// <summary>Decides the status; the fault that is hardest to mend comes first.</summary>
    public static CertificateStatus Decide(
        DateTimeOffset notBefore,
        DateTimeOffset notAfter,
        DateTimeOffset renewalOpens,
        KeyState key,
        bool superseded,
        DateTimeOffset now) =>
        now > notAfter ? CertificateStatus.Expired
        : superseded ? CertificateStatus.Superseded
        : key == KeyState.Missing ? CertificateStatus.KeyMissing
        : key == KeyState.Unusable ? CertificateStatus.KeyUnusable
        : now < notBefore ? CertificateStatus.NotYetValid
        : now >= renewalOpens ? CertificateStatus.RenewalDue
        : CertificateStatus.Valid;

    /// <summary>Says why in the language of the session.</summary>
    public static string Reason(
        CertificateStatus status,
        DateTimeOffset notBefore,
        DateTimeOffset notAfter,
        DateTimeOffset renewalOpens,
        string? successor) => status switch
        {
            CertificateStatus.Expired => ReasonText.Of(ReasonId.CertificateExpired, LocalTime.Text(notAfter)),
            CertificateStatus.Superseded => ReasonText.Of(ReasonId.CertificateSuperseded, successor ?? string.Empty),
            CertificateStatus.KeyMissing => ReasonText.Of(ReasonId.CertificateKeyMissing),
            CertificateStatus.KeyUnusable => ReasonText.Of(ReasonId.CertificateKeyUnusable),
            CertificateStatus.NotYetValid => ReasonText.Of(ReasonId.CertificateNotYetValid, LocalTime.Text(notBefore)),
            CertificateStatus.RenewalDue => ReasonText.Of(ReasonId.CertificateRenewalDue, LocalTime.Text(notAfter)),
            _ => ReasonText.Of(ReasonId.CertificateValid, LocalTime.Text(renewalOpens)),
        };
}
