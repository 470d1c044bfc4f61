using System;
using NaccsCert.Keys;
using NaccsCert.Resources;
using NaccsCert.Time;

namespace NaccsCert.Validation.Installed;

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
            CertificateStatus.Expired => Strings.Format(StringId.CertificateExpired, LocalTime.Text(notAfter)),
            CertificateStatus.Superseded => Strings.Format(StringId.CertificateSuperseded, successor ?? string.Empty),
            CertificateStatus.KeyMissing => Strings.Format(StringId.CertificateKeyMissing),
            CertificateStatus.KeyUnusable => Strings.Format(StringId.CertificateKeyUnusable),
            CertificateStatus.NotYetValid => Strings.Format(StringId.CertificateNotYetValid, LocalTime.Text(notBefore)),
            CertificateStatus.RenewalDue => Strings.Format(StringId.CertificateRenewalDue, LocalTime.Text(notAfter)),
            _ => Strings.Format(StringId.CertificateValid, LocalTime.Text(renewalOpens)),
        };
}
