using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Messages.Ber;

namespace NaccsCert.Messages;

/// <summary>The parts of a certificate (RFC 5280, section 4.1), each cut out of what came and never encoded again.</summary>
internal sealed class CertificateParts
{
    private CertificateParts(byte[] encoded) => Encoded = encoded;

    /// <summary>The certificate as it came.</summary>
    public byte[] Encoded { get; }

    /// <summary>What is signed.</summary>
    public byte[] ToBeSigned { get; private init; } = [];

    /// <summary>The algorithm of the signature, as it stands beside the signature.</summary>
    public byte[] SignatureAlgorithm { get; private init; } = [];

    /// <summary>The algorithm of the signature, as it stands in what is signed.</summary>
    public byte[] SignedAlgorithm { get; private init; } = [];

    /// <summary>The signature.</summary>
    public byte[] Signature { get; private init; } = [];

    /// <summary>The version as people count it, from 1.</summary>
    public int Version { get; private init; }

    /// <summary>The content of the serial number: two's complement, as it came.</summary>
    public byte[] SerialNumber { get; private init; } = [];

    /// <summary>The issuer's name, encoded.</summary>
    public byte[] Issuer { get; private init; } = [];

    /// <summary>The subject's name, encoded.</summary>
    public byte[] Subject { get; private init; } = [];

    /// <summary>The SubjectPublicKeyInfo, encoded.</summary>
    public byte[] PublicKeyInfo { get; private init; } = [];

    /// <summary>The extensions in their order, doubles too.</summary>
    public IReadOnlyList<ExtensionParts> Extensions { get; private init; } = [];

    private List<BerValue> Validity { get; init; } = [];

    /// <summary>Whether it names itself as its issuer.</summary>
    public bool IsSelfIssued => DistinguishedNames.AreEqual(Subject, Issuer);

    /// <summary>
    /// Whether something looks like one certificate of version 3 and between 256 bytes and 64 KiB, from its first byte to its last:
    /// enough where a hash decides about all of it, and a matter of a few bytes.
    /// </summary>
    /// <param name="content">What may be one.</param>
    public static bool LooksLikeCertificate(byte[] content) =>
        content.Length > 12
        && content[0] == 0x30 && content[1] == 0x82 && ((content[2] << 8) | content[3]) == content.Length - 4
        && content[4] == 0x30 && content[5] == 0x82
        && content[8] == 0xA0 && content[9] == 0x03 && content[10] == 0x02 && content[11] == 0x01 && content[12] == 0x02;

    /// <summary>Cuts a certificate into its parts.</summary>
    /// <param name="encoded">The certificate.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static CertificateParts Parse(byte[] encoded)
    {
        List<BerValue> whole = BerValue.Read(encoded).As(BerTag.Sequence).Members();
        List<BerValue> signed = [.. At(whole, 0).As(BerTag.Sequence).Members()];
        bool hasVersion = At(signed, 0).Tag == BerTag.Explicit(0);
        List<BerValue> rest = [.. signed.Skip(hasVersion ? 1 : 0)];
        return new CertificateParts(encoded)
        {
            ToBeSigned = whole[0].Encoded(),
            SignatureAlgorithm = At(whole, 1).As(BerTag.Sequence).Encoded(),
            Signature = At(whole, 2).BitStringOctets(),
            Version = hasVersion ? signed[0].Inner().As(BerTag.Integer).SmallInteger() + 1 : 1,
            SerialNumber = At(rest, 0).As(BerTag.Integer).Content(),
            SignedAlgorithm = At(rest, 1).As(BerTag.Sequence).Encoded(),
            Issuer = At(rest, 2).As(BerTag.Sequence).Encoded(),
            Validity = At(rest, 3).As(BerTag.Sequence).Members(),
            Subject = At(rest, 4).As(BerTag.Sequence).Encoded(),
            PublicKeyInfo = At(rest, 5).As(BerTag.Sequence).Encoded(),
            Extensions = ExtensionParts.In(rest.Skip(6).Where(value => value.Tag == BerTag.Explicit(3))),
        };
    }

    /// <summary>The first second in which it is valid.</summary>
    /// <exception cref="FormatException">That is not said as RFC 5280 has it.</exception>
    public DateTimeOffset NotBefore() => At(Validity, 0).Moment();

    /// <summary>The last second in which it is valid.</summary>
    /// <exception cref="FormatException">That is not said as RFC 5280 has it.</exception>
    public DateTimeOffset NotAfter() => At(Validity, 1).Moment();

    /// <summary>An extension's value.</summary>
    /// <param name="identifier">One of <see cref="ExtensionIds"/>.</param>
    /// <returns>The value; null when there is no such extension.</returns>
    /// <exception cref="FormatException">It is no BER.</exception>
    public BerValue? Extension(string identifier) =>
        Extensions.FirstOrDefault(extension => extension.Identifier == identifier)?.Read();

    private static BerValue At(List<BerValue> values, int index) =>
        index < values.Count ? values[index] : throw new FormatException("a part is missing");
}
