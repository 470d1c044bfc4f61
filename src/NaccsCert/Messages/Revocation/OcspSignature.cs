using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Messages.Ber;
using NaccsCert.Messages.Signatures;

namespace NaccsCert.Messages.Revocation;

/// <summary>
/// Who signed an OCSP response (RFC 6960, section 4.2.2.2): the issuer itself, or a responder to whom it issued a
/// certificate for just that. Whether that certificate was revoked in its turn is not asked: such certificates are
/// short-lived or exempt from it (section 4.2.2.2.1). A weak signature counts as none.
/// </summary>
internal static class OcspSignature
{
    // A response brings one; each costs the verification of a signature.
    private const int MaxResponders = 8;

    private const string OcspSigning = "1.3.6.1.5.5.7.3.9";
    private const string NoCheck = "1.3.6.1.5.5.7.48.1.5";

    private static readonly HashSet<string> Understood =
    [
        ExtensionIds.KeyUsage,
        ExtensionIds.ExtendedKeyUsage,
        ExtensionIds.BasicConstraints,
        ExtensionIds.SubjectAlternativeName,
        ExtensionIds.CertificatePolicies,
        NoCheck,
    ];

    /// <summary>Whether a response is signed by one who may.</summary>
    /// <param name="response">The parts of the BasicOCSPResponse: what is signed, algorithm, signature, certificates.</param>
    /// <param name="issuer">The certificate of the issuer of the certificate in question.</param>
    /// <param name="now">The moment for which a responder's certificate must be valid.</param>
    /// <exception cref="FormatException">A part cannot be read.</exception>
    public static bool IsAuthorized(List<BerValue> response, CertificateParts issuer, DateTimeOffset now) =>
        IsSignedWith(response, issuer.PublicKeyInfo)
        || response.Skip(3)
            .Where(part => part.Tag == BerTag.Explicit(0))
            .SelectMany(part => part.Inner().Members())
            .Take(MaxResponders)
            .Select(certificate => CertificateParts.Parse(certificate.Encoded()))
            .Where(responder => IsResponder(responder, now) && IsIssued(responder, issuer))
            .Any(responder => IsSignedWith(response, responder.PublicKeyInfo));

    private static bool IsResponder(CertificateParts certificate, DateTimeOffset now) =>
        UsagesOf(certificate).Contains(OcspSigning)
        && KeyUsage.Allows(certificate, KeyUsage.DigitalSignature)
        && certificate.Extensions.All(extension => !extension.IsCritical || Understood.Contains(extension.Identifier))
        && now >= certificate.NotBefore()
        && now <= certificate.NotAfter();

    private static bool IsIssued(CertificateParts responder, CertificateParts issuer) =>
        SignatureVerifier.IsStrong(responder.SignatureAlgorithm, issuer.PublicKeyInfo)
        && CertificateSignature.IsSignedBy(responder, issuer);

    private static IEnumerable<string> UsagesOf(CertificateParts certificate) =>
        certificate.Extension(ExtensionIds.ExtendedKeyUsage)?.As(BerTag.Sequence).Members()
            .Select(usage => usage.ObjectIdentifier()) ?? [];

    private static bool IsSignedWith(List<BerValue> response, byte[] publicKeyInfo)
    {
        byte[] algorithm = response[1].Encoded();
        return SignatureVerifier.IsStrong(algorithm, publicKeyInfo)
            && SignatureVerifier.IsRight(response[0].Encoded(), algorithm, response[2].BitStringOctets(), publicKeyInfo);
    }
}
