using System;
using NaccsCert.Keys;
using NaccsCert.Resources;
using NaccsCert.Time;

namespace NaccsCert.Validation.Installed;

/// <summary>Decides what a certificate is good for, from its facts alone.</summary>
/// <param name="renewalOpens">When the service opens its renewal (UTC).</param>
/// <param name="now">The present moment.</param>
internal sealed class CertificateStatusPolicy(DateTimeOffset renewalOpens, DateTimeOffset now)
{
    /// <summary>
    /// Decides the status. What is not the service's comes first, then what was replaced, however old it is: who has renewed need
    /// not do anything about the certificate from before.
    /// </summary>
    /// <param name="facts">The certificate.</param>
    /// <param name="isSuperseded">Whether another one has taken its place.</param>
    public CertificateStatus Evaluate(CertificateFacts facts, bool isSuperseded)
    {
        if (!facts.Origin.IsVerified)
        {
            return CertificateStatus.Unverified;
        }

        if (isSuperseded)
        {
            return CertificateStatus.Superseded;
        }

        if (now > facts.NotAfter)
        {
            return CertificateStatus.Expired;
        }

        return facts.Key switch
        {
            KeyState.Missing => CertificateStatus.KeyMissing,
            KeyState.Unusable => CertificateStatus.KeyUnusable,
            _ => EvaluateDates(facts),
        };
    }

    /// <summary>Says why in the language of the session.</summary>
    /// <param name="status">The status.</param>
    /// <param name="facts">The certificate.</param>
    /// <param name="successor">The thumbprint of the certificate that has taken its place; null for none.</param>
    public string Reason(CertificateStatus status, CertificateFacts facts, string? successor) => status switch
    {
        CertificateStatus.Unverified => Strings.Format(
            StringId.CertificateUnverified, facts.Origin.Failure ?? "-", LocalTime.Text(facts.NotAfter)),
        CertificateStatus.Expired => Strings.Format(StringId.CertificateExpired, LocalTime.Text(facts.NotAfter)),
        CertificateStatus.Superseded => Strings.Format(StringId.CertificateSuperseded, successor ?? string.Empty),
        CertificateStatus.KeyMissing => Strings.Format(StringId.CertificateKeyMissing),
        CertificateStatus.KeyUnusable => Strings.Format(StringId.CertificateKeyUnusable),
        CertificateStatus.NotYetValid => Strings.Format(StringId.CertificateNotYetValid, LocalTime.Text(facts.NotBefore)),
        CertificateStatus.RenewalDue => Strings.Format(StringId.CertificateRenewalDue, LocalTime.Text(facts.NotAfter)),
        _ => Strings.Format(StringId.CertificateValid, LocalTime.Text(renewalOpens)),
    };

    private CertificateStatus EvaluateDates(CertificateFacts facts)
    {
        if (now < facts.NotBefore)
        {
            return CertificateStatus.NotYetValid;
        }

        return now >= renewalOpens ? CertificateStatus.RenewalDue : CertificateStatus.Valid;
    }
}
