using System;
using NaccsCert.Messages;
using NaccsCert.Messages.Signatures;
using NaccsCert.Time;
using NaccsCert.Validation.Paths;

namespace NaccsCert.Validation;

/// <summary>
/// Whether a certificate is acceptable as the client certificate of a key, whichever way it came. Where its chain ends, and
/// whether that is the service's, is another question.
/// </summary>
/// <param name="Problem">Why it is not; null when it is.</param>
internal sealed record ClientCertificateCheck(ClientCertificateProblem? Problem)
{
    /// <summary>The first second in which it is valid, in UTC.</summary>
    public DateTimeOffset NotBefore { get; private init; }

    /// <summary>The last second in which it is valid, in UTC.</summary>
    public DateTimeOffset NotAfter { get; private init; }

    /// <summary>Whether it is acceptable, but begins later than clocks may be off: it is of use from <see cref="NotBefore"/> on.</summary>
    public bool IsNotYetValid { get; private init; }

    /// <summary>Evaluates a certificate.</summary>
    /// <param name="certificate">The certificate, DER.</param>
    /// <param name="publicKeyInfo">The SubjectPublicKeyInfo of the key that it must be for, DER.</param>
    /// <param name="now">The present moment.</param>
    /// <returns>What was found; no exception is thrown for what others sent.</returns>
    public static ClientCertificateCheck Evaluate(byte[] certificate, byte[] publicKeyInfo, DateTimeOffset now)
    {
        try
        {
            var parts = CertificateParts.Parse(certificate);
            return new ClientCertificateCheck(ProblemIn(parts, publicKeyInfo, now))
            {
                NotBefore = parts.NotBefore(),
                NotAfter = parts.NotAfter(),
                IsNotYetValid = parts.NotBefore() - now > ClockSkew.Tolerated,
            };
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return new ClientCertificateCheck(ClientCertificateProblem.Unreadable);
        }
    }

    private static ClientCertificateProblem? ProblemIn(CertificateParts certificate, byte[] publicKeyInfo, DateTimeOffset now)
    {
        if (!PublicKeyParts.AreSame(certificate.PublicKeyInfo, publicKeyInfo))
        {
            return ClientCertificateProblem.KeyMismatch;
        }

        if (BasicConstraints.Of(certificate) is { IsAuthority: true })
        {
            return ClientCertificateProblem.IsAuthority;
        }

        if (!KeyUsage.Allows(certificate, KeyUsage.DigitalSignature)
            || !ExtendedUsage.Allows(certificate, ChainValidator.ClientAuthentication, orAny: false))
        {
            return ClientCertificateProblem.UsageInvalid;
        }

        return now > certificate.NotAfter() ? ClientCertificateProblem.Expired : null;
    }
}
