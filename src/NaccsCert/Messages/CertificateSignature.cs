using System;
using System.IO;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Security.Certificates;
using Org.BouncyCastle.X509;

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
            Asn1Reader.Bound(certificate);
            Asn1Reader.Bound(issuer);
            X509Certificate? signed = new X509CertificateParser().ReadCertificate(certificate);
            X509Certificate? signer = new X509CertificateParser().ReadCertificate(issuer);
            if (signed is null || signer is null || !signed.IssuerDN.Equivalent(signer.SubjectDN, inOrder: true))
            {
                return false;
            }

            signed.Verify(signer.GetPublicKey());
            return true;
        }
        catch (Exception exception) when (exception is GeneralSecurityException or CertificateException or ArgumentException
            or SecurityUtilityException or FormatException or InvalidOperationException or IOException)
        {
            return false;
        }
    }
}
