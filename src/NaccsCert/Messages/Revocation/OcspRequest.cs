using System;
using System.Collections.Generic;
using System.Linq;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Ocsp;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Ocsp;
using Org.BouncyCastle.X509;

namespace NaccsCert.Messages.Revocation;

/// <summary>A question about one certificate (RFC 6960, section 4.1), with a nonce (RFC 9654).</summary>
internal sealed class OcspRequest
{
    /// <summary>The media type (RFC 6960, appendix C.1).</summary>
    public const string MediaType = "application/ocsp-request";

    private readonly CertID _certificate;
    private readonly Asn1OctetString _nonce;

    private OcspRequest(CertID certificate, byte[] nonce)
    {
        _certificate = certificate;
        _nonce = new DerOctetString(new DerOctetString(nonce));
        var extensions = new Dictionary<DerObjectIdentifier, X509Extension>
        {
            [OcspObjectIdentifiers.PkixOcspNonce] = new(critical: false, _nonce),
        };
        var list = new DerSequence(new Request(certificate, null));
        Encoded = new DerSequence(new TbsRequest(null, list, new X509Extensions(extensions))).GetDerEncoded();
    }

    /// <summary>The request, DER.</summary>
    public byte[] Encoded { get; }

    /// <summary>The addresses in a certificate at which its issuer answers (RFC 5280, section 4.2.2.1).</summary>
    /// <param name="certificate">The DER certificate.</param>
    /// <returns>The HTTP and HTTPS addresses, in their order.</returns>
    /// <exception cref="MessageFormatException">The certificate cannot be read, or the extension in it.</exception>
    public static IReadOnlyList<Uri> AddressesIn(byte[] certificate)
    {
        try
        {
            Asn1Reader.Bound(certificate);
            X509Extensions? extensions = X509CertificateStructure.GetInstance(certificate).TbsCertificate.Extensions;
            Asn1Object? access = extensions?.GetExtensionParsedValue(X509Extensions.AuthorityInfoAccess)?.ToAsn1Object();
            return access is null
                ? []
                :
                [
                    .. HttpAddresses.In(AuthorityInformationAccess.GetInstance(access).GetAccessDescriptions()
                        .Where(description => description.AccessMethod.Equals(AccessDescription.IdADOcsp))
                        .Select(description => description.AccessLocation)),
                ];
        }
        catch (Exception exception) when (ParserErrors.Is(exception))
        {
            throw new MessageFormatException("no readable authority information access", exception);
        }
    }

    /// <summary>Asks about a certificate.</summary>
    /// <param name="serialNumber">Its serial number in hexadecimal digits.</param>
    /// <param name="issuer">The DER certificate of its issuer.</param>
    /// <param name="nonce">1 to 128 random bytes; 32 are recommended (RFC 9654, section 2.1).</param>
    /// <returns>The request.</returns>
    /// <exception cref="MessageFormatException">The issuer's certificate cannot be read.</exception>
    public static OcspRequest For(string serialNumber, byte[] issuer, byte[] nonce)
    {
        try
        {
            X509Certificate authority = new X509CertificateParser().ReadCertificate(issuer);

            // Nothing is signed with SHA-1 here, and every responder knows a certificate by it (RFC 5019, section 2.1.1).
            var id = new CertificateID(CertificateID.DigestSha1, authority, new BigInteger(serialNumber, 16));
            return new OcspRequest(id.ToAsn1Object(), nonce);
        }
        catch (Exception exception) when (ParserErrors.Is(exception))
        {
            throw new MessageFormatException("no readable certificate of the issuer", exception);
        }
    }

    /// <summary>Whether a response is about the certificate that this request asks about.</summary>
    /// <param name="answered">The certificate in the response.</param>
    public bool AsksAbout(CertID answered) =>
        answered.HashAlgorithm.Algorithm.Equals(_certificate.HashAlgorithm.Algorithm)
        && answered.IssuerNameHash.Equals(_certificate.IssuerNameHash)
        && answered.IssuerKeyHash.Equals(_certificate.IssuerKeyHash)
        && answered.SerialNumber.Equals(_certificate.SerialNumber);

    /// <summary>Whether a nonce is the one of this request.</summary>
    /// <param name="nonce">The value of the nonce extension of a response.</param>
    public bool HasNonce(Asn1OctetString nonce) => _nonce.Equals(nonce);
}
