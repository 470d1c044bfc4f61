using System;
using System.Collections.Generic;
using System.Linq;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.X509;

namespace NaccsCert.Messages.Revocation;

/// <summary>A certificate revocation list (RFC 5280, section 5) of a known issuer.</summary>
internal sealed class RevocationList
{
    private readonly X509Crl _list;

    private RevocationList(X509Crl list) => _list = list;

    /// <summary>The moment for which the list was made.</summary>
    public DateTime ThisUpdate => _list.ThisUpdate;

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
        catch (Exception exception) when (ParserErrors.Is(exception))
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
        catch (Exception exception) when (ParserErrors.Is(exception))
        {
            throw new MessageFormatException("no revocation list of the issuer", exception);
        }
    }

    /// <summary>Looks a serial number up.</summary>
    /// <param name="serialNumber">The number in hexadecimal digits.</param>
    /// <returns>Its entry; null when it is not on the list.</returns>
    /// <exception cref="MessageFormatException">The entry cannot be read.</exception>
    public RevocationEntry? Find(string serialNumber)
    {
        try
        {
            return _list.GetRevokedCertificate(new BigInteger(serialNumber, 16)) is { } entry
                ? RevocationEntry.Of(entry.RevocationDate, ReasonOf(entry))
                : null;
        }
        catch (Exception exception) when (ParserErrors.Is(exception))
        {
            throw new MessageFormatException("no readable entry of the revocation list", exception);
        }
    }

    private static DerEnumerated? ReasonOf(X509CrlEntry entry) =>
        entry.GetExtensionParsedValue(X509Extensions.ReasonCode) is { } reason ? DerEnumerated.GetInstance(reason) : null;

    private static IEnumerable<Uri> Addresses(DistributionPoint point) =>
        point.DistributionPointName is { Type: DistributionPointName.FullName } name
            ? HttpAddresses.In(GeneralNames.GetInstance(name.Name).GetNames())
            : [];
}
