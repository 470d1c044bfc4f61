using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Messages.Ber;
using NaccsCert.Messages.Signatures;

namespace NaccsCert.Messages.Revocation;

/// <summary>A certificate revocation list (RFC 5280, section 5), each part of it as it came.</summary>
internal sealed class RevocationList
{
    private readonly Lazy<List<ListEntry>> _entries;

    private RevocationList(List<BerValue> entries) => _entries = new Lazy<List<ListEntry>>(() => [.. EntriesIn(entries)]);

    /// <summary>The moment for which the list was made, in UTC.</summary>
    public DateTime ThisUpdate { get; private init; }

    /// <summary>The moment by which the next list will be out, in UTC; null when the list does not say.</summary>
    public DateTime? NextUpdate { get; private init; }

    /// <summary>The name of the one that issued the list, encoded.</summary>
    public byte[] Issuer { get; private init; } = [];

    /// <summary>What the list says about itself.</summary>
    public IReadOnlyList<ExtensionParts> Extensions { get; private init; } = [];

    /// <summary>Which certificates the list speaks for.</summary>
    public ListScope Scope { get; private init; } = ListScope.Whole;

    /// <summary>The AlgorithmIdentifier of its signature, encoded.</summary>
    public byte[] SignatureAlgorithm { get; private init; } = [];

    private byte[] ToBeSigned { get; init; } = [];

    private byte[] Signature { get; init; } = [];

    /// <summary>The addresses in a certificate from which its list can be had (RFC 5280, section 4.2.1.13).</summary>
    /// <param name="certificate">The DER certificate.</param>
    /// <returns>The HTTP and HTTPS addresses, in their order.</returns>
    /// <exception cref="MessageFormatException">The certificate cannot be read, or the extension in it.</exception>
    public static IReadOnlyList<Uri> AddressesIn(byte[] certificate)
    {
        try
        {
            return [.. DistributionPoint.Of(CertificateParts.Parse(certificate)).SelectMany(point => HttpAddresses.In(point.Names)).Distinct()];
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
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
            RevocationList list = Read(content);
            return list.IsSignedBy(CertificateParts.Parse(issuer))
                ? list
                : throw new MessageFormatException("no revocation list of the issuer");
        }
        catch (FormatException exception)
        {
            throw new MessageFormatException("no revocation list of the issuer", exception);
        }
    }

    /// <summary>Reads a list, whoever signed it.</summary>
    /// <param name="content">The list as DER, base64 or PEM.</param>
    /// <returns>The list.</returns>
    /// <exception cref="MessageFormatException">It is no list.</exception>
    public static RevocationList Read(byte[] content)
    {
        try
        {
            return Read(BerValue.Read(TransferEncoding.Decode(content)).As(BerTag.Sequence).Members());
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw new MessageFormatException("no revocation list", exception);
        }
    }

    /// <summary>Whether a certificate's key signed the list, and bears the name of the list's issuer.</summary>
    public bool IsSignedBy(CertificateParts signer) =>
        DistinguishedNames.AreEqual(Issuer, signer.Subject)
        && SignatureVerifier.IsRight(ToBeSigned, SignatureAlgorithm, Signature, signer.PublicKeyInfo);

    /// <summary>Looks a serial number of the list's own issuer up.</summary>
    /// <param name="serialNumber">The number's octets in hexadecimal digits.</param>
    /// <returns>Its entry; null when it is not on the list.</returns>
    /// <exception cref="MessageFormatException">An entry cannot be read.</exception>
    public RevocationEntry? Find(string serialNumber)
    {
        byte[] octets = [.. Enumerable.Range(0, serialNumber.Length / 2).Select(index => Convert.ToByte(serialNumber.Substring(2 * index, 2), 16))];
        return Find(octets, Issuer)?.ToEntry();
    }

    /// <summary>Looks a serial number up.</summary>
    /// <param name="serialNumber">The number's octets as the certificate has them, compared one by one.</param>
    /// <param name="certificateIssuer">The encoded name of the certificate's issuer.</param>
    /// <returns>Its entry; null when it is not on the list.</returns>
    /// <exception cref="MessageFormatException">An entry cannot be read.</exception>
    public ListEntry? Find(byte[] serialNumber, byte[] certificateIssuer)
    {
        // All are read before one is looked for, so that a list with an entry that cannot be read answers nothing.
        return _entries.Value.FirstOrDefault(
            entry => entry.SerialNumber.SequenceEqual(serialNumber) && DistinguishedNames.AreEqual(entry.Issuer, certificateIssuer));
    }

    /// <summary>Whether an entry has a critical extension that is not known here (section 5.3).</summary>
    /// <exception cref="MessageFormatException">An entry cannot be read.</exception>
    public bool HasUnknownEntry() => _entries.Value.Any(entry => entry.HasUnknownExtension);

    private static RevocationList Read(List<BerValue> whole)
    {
        List<BerValue> signed = whole.Count == 3 ? whole[0].As(BerTag.Sequence).Members() : throw new FormatException("no list");
        List<BerValue> parts = [.. signed.Skip(signed.Count > 0 && signed[0].Tag == BerTag.Integer ? 1 : 0)];
        if (parts.Count < 3 || !parts[0].Encoded().SequenceEqual(whole[1].Encoded()))
        {
            throw new FormatException("no list");
        }

        bool hasNext = parts.Count > 3 && parts[3].Tag is BerTag.UtcTime or BerTag.GeneralizedTime;
        List<BerValue> rest = [.. parts.Skip(hasNext ? 4 : 3)];
        IReadOnlyList<ExtensionParts> extensions = ExtensionParts.In(rest.Where(part => part.Tag == BerTag.Explicit(0)));
        byte[] issuer = parts[1].As(BerTag.Sequence).Encoded();
        return new RevocationList(rest.Count > 0 && rest[0].Tag == BerTag.Sequence ? rest[0].Members() : [])
        {
            ToBeSigned = whole[0].Encoded(),
            SignatureAlgorithm = whole[1].Encoded(),
            Signature = whole[2].BitStringOctets(),
            Issuer = issuer,
            ThisUpdate = parts[2].Moment().UtcDateTime,
            NextUpdate = hasNext ? parts[3].Moment().UtcDateTime : null,
            Extensions = extensions,
            Scope = ListScope.Of(extensions, issuer),
        };
    }

    // In an indirect list, the issuer of an entry holds on for those that follow (section 5.3.3).
    private IEnumerable<ListEntry> EntriesIn(IEnumerable<BerValue> entries)
    {
        byte[] issuer = Issuer;
        foreach (BerValue value in entries)
        {
            ListEntry entry = ListEntry.Read(value, issuer);
            issuer = entry.Issuer;
            yield return entry;
        }
    }
}
