using System;
using System.Linq;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Ocsp;
using Org.BouncyCastle.X509;

namespace NaccsCert.Messages.Revocation;

/// <summary>
/// Who signed an OCSP response (RFC 6960, section 4.2.2.2): the issuer itself, or a responder to whom it issued a
/// certificate for just that. Whether that certificate was revoked in its turn is not asked: such certificates are
/// short-lived or exempt from it (section 4.2.2.2.1).
/// </summary>
internal static class OcspSignature
{
    // A response brings one; each costs the verification of a signature.
    private const int MaxResponders = 8;

    /// <summary>Whether a response is signed by one who may.</summary>
    /// <param name="response">The response.</param>
    /// <param name="issuer">The DER certificate of the issuer of the certificate in question.</param>
    /// <param name="now">The moment for which a responder's certificate must be valid.</param>
    public static bool IsAuthorized(BasicOcspResp response, byte[] issuer, DateTimeOffset now) =>
        IsSignedWith(response, new X509CertificateParser().ReadCertificate(issuer).GetPublicKey())
        || response.GetCerts()
            .Where(IsResponder)
            .Take(MaxResponders)
            .Where(responder => responder.IsValid(now.UtcDateTime)
                && CertificateSignature.IsSignedBy(responder.GetEncoded(), issuer))
            .Any(responder => IsSignedWith(response, responder.GetPublicKey()));

    private static bool IsResponder(X509Certificate certificate) =>
        certificate.GetExtendedKeyUsage()?.Contains(KeyPurposeID.id_kp_OCSPSigning) == true;

    // A key of another kind than the signature's brings an error out of the verifier, and is a wrong key like any other.
    private static bool IsSignedWith(BasicOcspResp response, AsymmetricKeyParameter key)
    {
        try
        {
            return response.Verify(key);
        }
        catch (Exception exception) when (ParserErrors.Is(exception))
        {
            return false;
        }
    }
}
