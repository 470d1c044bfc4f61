using System;
using System.IO;
using NaccsCert.Protocol;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Security.Certificates;
using Org.BouncyCastle.X509;

namespace NaccsCert.Trust;

/// <summary>Whether a certificate was signed with its own key, which a look-alike cross-certificate was not.</summary>
internal static class SelfSignature
{
    /// <summary>Verifies the signature with the certificate's own public key (RFC 5280, section 6.1).</summary>
    /// <param name="certificate">A DER certificate.</param>
    /// <returns>Whether it is self-signed.</returns>
    public static bool Verify(byte[] certificate)
    {
        try
        {
            Asn1Reader.Bound(certificate);
            X509Certificate? parsed = new X509CertificateParser().ReadCertificate(certificate);
            if (parsed is null || !parsed.SubjectDN.Equivalent(parsed.IssuerDN, inOrder: true))
            {
                return false;
            }

            parsed.Verify(parsed.GetPublicKey());
            return true;
        }
        catch (Exception exception) when (exception is GeneralSecurityException or CertificateException or ArgumentException
            or SecurityUtilityException or FormatException or InvalidOperationException or IOException)
        {
            return false;
        }
    }
}
