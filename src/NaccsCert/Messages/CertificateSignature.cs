using System;
using System.Linq;
using NaccsCert.Messages.Signatures;

namespace NaccsCert.Messages;

/// <summary>Who signed a certificate: names alone do not tell, as old and new authorities share them.</summary>
internal static class CertificateSignature
{
    /// <summary>Whether a certificate signed itself, which a look-alike cross-certificate did not.</summary>
    /// <param name="certificate">A DER certificate.</param>
    /// <returns>Whether it is self-signed.</returns>
    public static bool IsSelfSigned(byte[] certificate) => IsSignedBy(certificate, certificate);

    /// <summary>Verifies a certificate's signature with the public key of its issuer (RFC 5280, section 6.1.3 (a)).</summary>
    /// <param name="certificate">A DER certificate.</param>
    /// <param name="issuer">The DER certificate that may have signed it.</param>
    /// <returns>Whether the name fits and the signature is right.</returns>
    public static bool IsSignedBy(byte[] certificate, byte[] issuer)
    {
        try
        {
            return IsSignedBy(CertificateParts.Parse(certificate), CertificateParts.Parse(issuer));
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Verifies a certificate's signature with the public key of its issuer, over the bytes that came.</summary>
    /// <param name="certificate">A certificate.</param>
    /// <param name="issuer">The certificate that may have signed it.</param>
    /// <returns>Whether the name fits and the signature is right.</returns>
    public static bool IsSignedBy(CertificateParts certificate, CertificateParts issuer) =>
        DistinguishedNames.AreEqual(certificate.Issuer, issuer.Subject)
        && certificate.SignatureAlgorithm.SequenceEqual(certificate.SignedAlgorithm)
        && SignatureVerifier.IsRight(
            certificate.ToBeSigned, certificate.SignatureAlgorithm, certificate.Signature, issuer.PublicKeyInfo);
}
