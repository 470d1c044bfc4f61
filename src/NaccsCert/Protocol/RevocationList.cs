using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using NaccsCert.Asn1;
using NaccsCert.Protocol.Est;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;

namespace NaccsCert.Protocol;

/// <summary>A certificate revocation list (RFC 5280, section 5) of a known issuer.</summary>
internal sealed class RevocationList
{
    private readonly X509Crl _list;

    private RevocationList(X509Crl list) => _list = list;

    /// <summary>The moment by which the next list will be out; null when the list does not say.</summary>
    public DateTime? NextUpdate => _list.NextUpdate;

    /// <summary>The addresses in a certificate from which its list can be had (RFC 5280, section 4.2.1.13).</summary>
    /// <param name="certificate">The DER certificate.</param>
    /// <returns>The HTTP and HTTPS addresses, in their order.</returns>
    /// <exception cref="MessageFormatException">The certificate cannot be read, or the extension in it.</exception>
    public static IReadOnlyList<Uri> AddressesIn(byte[] certificate)
    {
        try
        {
            Asn1Reader.Bound(certificate);
            X509Extensions? extensions = X509CertificateStructure.GetInstance(certificate).TbsCertificate.Extensions;
            Asn1Object? points = extensions?.GetExtensionParsedValue(X509Extensions.CrlDistributionPoints)?.ToAsn1Object();
            return points is null
                ? []
                : [.. CrlDistPoint.GetInstance(points).GetDistributionPoints().SelectMany(Addresses)];
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or IOException
            or FormatException)
        {
            throw new MessageFormatException("no readable CRL distribution point", exception);
        }
    }

    /// <summary>Reads a list and verifies that the issuer signed it.</summary>
    /// <param name="content">The list as DER, base64 or PEM.</param>
    /// <param name="issuer">The DER certificate of the issuer.</param>
    /// <returns>The list.</returns>
    /// <exception cref="MessageFormatException">It is no list, or not the issuer's.</exception>
    public static RevocationList Parse(byte[] content, byte[] issuer)
    {
        try
        {
            byte[] der = TransferEncoding.Decode(content);
            Asn1Reader.Bound(der);
            X509Crl list = new X509CrlParser().ReadCrl(der)
                ?? throw new MessageFormatException("no revocation list");
            list.Verify(new X509CertificateParser().ReadCertificate(issuer).GetPublicKey());
            return new RevocationList(list);
        }
        catch (Exception exception) when (exception is GeneralSecurityException or IOException or ArgumentException
            or InvalidOperationException or InvalidCastException or SecurityUtilityException or FormatException)
        {
            throw new MessageFormatException("no revocation list of the issuer", exception);
        }
    }

    /// <summary>Whether a serial number is on the list.</summary>
    /// <param name="serialNumber">The number in hexadecimal digits.</param>
    public bool Contains(string serialNumber) => _list.GetRevokedCertificate(new BigInteger(serialNumber, 16)) is not null;

    private static IEnumerable<Uri> Addresses(DistributionPoint point) =>
        point.DistributionPointName is { Type: DistributionPointName.FullName } name
            ? GeneralNames.GetInstance(name.Name).GetNames()
                .Where(general => general.TagNo == GeneralName.UniformResourceIdentifier)
                .Select(general => Uri.TryCreate(general.Name.ToString(), UriKind.Absolute, out Uri? address) ? address : null)
                .OfType<Uri>()
                .Where(address => address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            : [];
}
