using System;
using System.Collections.Generic;
using NaccsCert.Messages.Ber;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Utilities;

namespace NaccsCert.Messages.Files;

/// <summary>The message authentication code of a PKCS#12 file, which shows whether a password is right (RFC 7292, section 4).</summary>
internal sealed class Pkcs12Mac
{
    // Those that every platform of this module takes.
    private static readonly Dictionary<string, string> Digests = new()
    {
        ["1.3.14.3.2.26"] = "SHA-1",
        ["2.16.840.1.101.3.4.2.1"] = "SHA-256",
        ["2.16.840.1.101.3.4.2.2"] = "SHA-384",
        ["2.16.840.1.101.3.4.2.3"] = "SHA-512",
    };

    private static readonly byte[] Sha1Algorithm = [BerTag.Sequence, 9, BerTag.ObjectIdentifier, 5, 0x2B, 0x0E, 3, 2, 0x1A, BerTag.Null, 0];

    private static readonly byte[] TwoThousand = [BerTag.Integer, 2, 0x07, 0xD0];

    private readonly string _digest;
    private readonly byte[] _expected;
    private readonly byte[] _salt;
    private readonly int _iterations;

    private Pkcs12Mac(string digest, byte[] expected, byte[] salt, int iterations) =>
        (_digest, _expected, _salt, _iterations) = (digest, expected, salt, iterations);

    /// <summary>Reads a MacData.</summary>
    /// <param name="macData">The value.</param>
    /// <param name="work">Counts the iterations.</param>
    /// <exception cref="FormatException">It is none.</exception>
    /// <exception cref="NotSupportedException">Its algorithm cannot be used here; the message names it.</exception>
    public static Pkcs12Mac Read(BerValue macData, Pkcs12Work work)
    {
        List<BerValue> parts = macData.As(BerTag.Sequence).Members();
        List<BerValue> digestInfo = parts.Count >= 2 ? parts[0].Members() : throw new FormatException("no MAC");
        string identifier = digestInfo.Count == 2 ? digestInfo[0].First().ObjectIdentifier() : throw new FormatException("no MAC");
        return new Pkcs12Mac(
            Digests.TryGetValue(identifier, out string? digest) ? digest : throw new NotSupportedException("MAC " + NameOf(identifier)),
            digestInfo[1].Octets(),
            parts[1].Octets(),
            parts.Count > 2 ? work.Read(parts[2]) : 1);
    }

    /// <summary>Whether a password has made this code.</summary>
    /// <param name="content">What is authenticated.</param>
    /// <param name="password">The password.</param>
    public bool IsRight(byte[] content, Pkcs12Password password) =>
        Arrays.FixedTimeEquals(Compute(_digest, content, password, _salt, _iterations), _expected);

    /// <summary>Writes a MacData with SHA-1, which every platform reads, for content that never leaves this process.</summary>
    /// <param name="content">What is authenticated.</param>
    /// <param name="password">The password.</param>
    public static byte[] Write(byte[] content, Pkcs12Password password)
    {
        byte[] salt = [1, 2, 3, 4, 5, 6, 7, 8];
        byte[] code = Compute("SHA-1", content, password, salt, 2000);
        return DerWriter.Write(
            BerTag.Sequence,
            DerWriter.Write(BerTag.Sequence, Sha1Algorithm, DerWriter.Write(BerTag.OctetString, code)),
            DerWriter.Write(BerTag.OctetString, salt),
            TwoThousand);
    }

    private static byte[] Compute(string digest, byte[] content, Pkcs12Password password, byte[] salt, int iterations)
    {
        var generator = new Pkcs12ParametersGenerator(DigestUtilities.GetDigest(digest));
        generator.Init(password.Bmp, salt, iterations);
        var mac = new HMac(DigestUtilities.GetDigest(digest));
        mac.Init(generator.GenerateDerivedMacParameters(mac.GetMacSize() * 8));
        mac.BlockUpdate(content, 0, content.Length);
        byte[] code = new byte[mac.GetMacSize()];
        mac.DoFinal(code, 0);
        return code;
    }

    private static string NameOf(string identifier) => identifier switch
    {
        "1.2.840.113549.1.5.14" => "PBMAC1",
        "1.2.840.113549.2.5" => "MD5",
        "2.16.840.1.101.3.4.2.4" => "SHA-224",
        "2.16.840.1.101.3.4.2.7" => "SHA3-224",
        "2.16.840.1.101.3.4.2.8" => "SHA3-256",
        "2.16.840.1.101.3.4.2.9" => "SHA3-384",
        "2.16.840.1.101.3.4.2.10" => "SHA3-512",
        _ => identifier,
    };
}
