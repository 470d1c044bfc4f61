using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using NaccsCert.Messages.Ber;

namespace NaccsCert.Messages.Revocation;

/// <summary>A question about one certificate (RFC 6960, section 4.1), with a nonce (RFC 9654).</summary>
internal sealed class OcspRequest
{
    /// <summary>The media type (RFC 6960, appendix C.1).</summary>
    public const string MediaType = "application/ocsp-request";

    /// <summary>The nonce extension.</summary>
    public const string Nonce = "1.3.6.1.5.5.7.48.1.2";

    private const string OcspAccess = "1.3.6.1.5.5.7.48.1";

    // Encoded: SHA-1 with NULL, and the nonce extension's identifier.
    private static readonly byte[] Sha1Algorithm = [0x30, 0x09, 0x06, 0x05, 0x2B, 0x0E, 0x03, 0x02, 0x1A, 0x05, 0x00];
    private static readonly byte[] NonceId = [0x06, 0x09, 0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x01, 0x02];

    private readonly byte[] _nonce;
    private readonly byte[] _serialNumber;
    private readonly byte[] _nameHash;
    private readonly byte[] _keyHash;

    private OcspRequest(CertificateParts issuer, byte[] serialNumber, byte[] nonce)
    {
        _serialNumber = serialNumber;
        _nonce = DerWriter.Write(BerTag.OctetString, nonce);
        _nameHash = Sha1(issuer.Subject);
        _keyHash = Sha1(BerValue.Read(issuer.PublicKeyInfo).Members()[1].BitStringOctets());
        byte[] id = DerWriter.Write(
            BerTag.Sequence,
            Sha1Algorithm,
            DerWriter.Write(BerTag.OctetString, _nameHash),
            DerWriter.Write(BerTag.OctetString, _keyHash),
            DerWriter.Write(BerTag.Integer, serialNumber));
        byte[] list = DerWriter.Write(BerTag.Sequence, DerWriter.Write(BerTag.Sequence, id));
        byte[] extension = DerWriter.Write(BerTag.Sequence, NonceId, DerWriter.Write(BerTag.OctetString, _nonce));
        byte[] extensions = DerWriter.Write(BerTag.Explicit(2), DerWriter.Write(BerTag.Sequence, extension));
        Encoded = DerWriter.Write(BerTag.Sequence, DerWriter.Write(BerTag.Sequence, list, extensions));
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
            BerValue? access = CertificateParts.Parse(certificate).Extension(ExtensionIds.AuthorityInformationAccess);
            List<BerValue> descriptions = access?.As(BerTag.Sequence).Members() ?? [];
            return
            [
                .. HttpAddresses.In(descriptions
                    .Select(description => description.As(BerTag.Sequence).Members())
                    .Where(parts => parts.Count == 2 && parts[0].ObjectIdentifier() == OcspAccess)
                    .Select(parts => GeneralNameParts.Of(parts[1]))).Distinct(),
            ];
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw new MessageFormatException("no readable authority information access", exception);
        }
    }

    /// <summary>Asks about a certificate.</summary>
    /// <param name="serialNumber">The octets of its serial number in hexadecimal digits.</param>
    /// <param name="issuer">The DER certificate of its issuer.</param>
    /// <param name="nonce">1 to 128 random bytes; 32 are recommended (RFC 9654, section 2.1).</param>
    /// <returns>The request.</returns>
    /// <exception cref="MessageFormatException">The issuer's certificate cannot be read.</exception>
    public static OcspRequest For(string serialNumber, byte[] issuer, byte[] nonce)
    {
        try
        {
            return new OcspRequest(CertificateParts.Parse(issuer), Octets(serialNumber), nonce);
        }
        catch (FormatException exception)
        {
            throw new MessageFormatException("no readable certificate of the issuer", exception);
        }
    }

    /// <summary>Whether a response is about the certificate that this request asks about.</summary>
    /// <param name="answered">The CertID in the response.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public bool AsksAbout(BerValue answered)
    {
        List<BerValue> parts = answered.As(BerTag.Sequence).Members();
        return parts.Count == 4
            && parts[0].First().Encoded().SequenceEqual(BerValue.Read(Sha1Algorithm).First().Encoded())
            && parts[1].Content().SequenceEqual(_nameHash)
            && parts[2].Content().SequenceEqual(_keyHash)
            && parts[3].Content().SequenceEqual(_serialNumber);
    }

    /// <summary>Whether a nonce is the one of this request.</summary>
    /// <param name="nonce">The value of the nonce extension of a response.</param>
    public bool HasNonce(byte[] nonce) => _nonce.SequenceEqual(nonce);

    private static byte[] Octets(string digits) =>
        [.. Enumerable.Range(0, digits.Length / 2).Select(index => Convert.ToByte(digits.Substring(2 * index, 2), 16))];

    // Nothing is signed with SHA-1 here, and every responder knows a certificate by it (RFC 5019, section 2.1.1).
#pragma warning disable CA5350
    private static byte[] Sha1(byte[] data)
    {
        using var algorithm = SHA1.Create();
        return algorithm.ComputeHash(data);
    }
#pragma warning restore CA5350
}
