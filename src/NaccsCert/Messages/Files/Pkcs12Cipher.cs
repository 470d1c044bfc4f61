using System;
using System.Collections.Generic;
using NaccsCert.Messages.Ber;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace NaccsCert.Messages.Files;

/// <summary>Decrypts parts of a PKCS#12 file with its password (RFC 7292, appendix C; RFC 8018, section 6.2).</summary>
internal sealed class Pkcs12Cipher
{
    private const string Pbes2 = "1.2.840.113549.1.5.13";
    private const string Pbkdf2 = "1.2.840.113549.1.5.12";
    private const string HmacSha1 = "1.2.840.113549.2.7";

    private static readonly Dictionary<string, (string Name, int Bits)> OfPkcs12 = new()
    {
        ["1.2.840.113549.1.12.1.3"] = ("DESEDE", 192),
        ["1.2.840.113549.1.12.1.4"] = ("DESEDE", 128),
        ["1.2.840.113549.1.12.1.5"] = ("RC2", 128),
        ["1.2.840.113549.1.12.1.6"] = ("RC2", 40),
    };

    private static readonly Dictionary<string, (string Name, int Bits)> OfPbes2 = new()
    {
        ["1.2.840.113549.3.7"] = ("DESEDE", 192),
        ["2.16.840.1.101.3.4.1.2"] = ("AES", 128),
        ["2.16.840.1.101.3.4.1.22"] = ("AES", 192),
        ["2.16.840.1.101.3.4.1.42"] = ("AES", 256),
    };

    private static readonly Dictionary<string, string> Digests = new()
    {
        [HmacSha1] = "SHA-1",
        ["1.2.840.113549.2.9"] = "SHA-256",
        ["1.2.840.113549.2.10"] = "SHA-384",
        ["1.2.840.113549.2.11"] = "SHA-512",
    };

    private readonly string _cipher;
    private readonly Func<Pkcs12Password, ICipherParameters> _derive;

    private Pkcs12Cipher(string cipher, Func<Pkcs12Password, ICipherParameters> derive) => (_cipher, _derive) = (cipher, derive);

    /// <summary>Reads an AlgorithmIdentifier.</summary>
    /// <param name="algorithm">The value.</param>
    /// <param name="work">Counts the iterations.</param>
    /// <exception cref="FormatException">It is none.</exception>
    /// <exception cref="NotSupportedException">It cannot be used here; the message names it.</exception>
    public static Pkcs12Cipher Read(BerValue algorithm, Pkcs12Work work)
    {
        (string identifier, List<BerValue> parameters) = Split(algorithm);
        if (OfPkcs12.TryGetValue(identifier, out (string Name, int Bits) cipher))
        {
            byte[] salt = Part(parameters, 0).Octets();
            int iterations = work.Read(Part(parameters, 1));
            return new Pkcs12Cipher(cipher.Name, password =>
            {
                var generator = new Pkcs12ParametersGenerator(DigestUtilities.GetDigest("SHA-1"));
                generator.Init(password.Bmp, salt, iterations);
                return generator.GenerateDerivedParameters(cipher.Name, cipher.Bits, 64);
            });
        }

        return identifier == Pbes2 ? ReadPbes2(parameters, work) : throw new NotSupportedException("encryption " + identifier);
    }

    /// <summary>Decrypts.</summary>
    /// <param name="content">What is encrypted.</param>
    /// <param name="password">The password.</param>
    /// <returns>What was encrypted; the caller clears it where it is a key.</returns>
    /// <exception cref="FormatException">The password is wrong, or the content is damaged.</exception>
    public byte[] Decrypt(byte[] content, Pkcs12Password password)
    {
        try
        {
            IBufferedCipher cipher = CipherUtilities.GetCipher(_cipher + "/CBC/PKCS7Padding");
            cipher.Init(false, _derive(password));
            return cipher.DoFinal(content);
        }
        catch (Exception exception) when (exception is CryptoException or ArgumentException)
        {
            throw new FormatException("cannot be decrypted", exception);
        }
    }

    private static Pkcs12Cipher ReadPbes2(List<BerValue> parameters, Pkcs12Work work)
    {
        (string derivation, List<BerValue> settings) = Split(Part(parameters, 0));
        (string identifier, _) = Split(Part(parameters, 1));
        if (derivation != Pbkdf2)
        {
            throw new NotSupportedException("key derivation " + derivation);
        }

        (string Name, int Bits) cipher = OfPbes2.TryGetValue(identifier, out (string Name, int Bits) known)
            ? known
            : throw new NotSupportedException("encryption " + identifier);
        byte[] vector = Part(parameters[1].Members(), 1).Octets();
        byte[] salt = Part(settings, 0).Octets();
        int iterations = work.Read(Part(settings, 1));
        string digest = ReadDigest(settings[settings.Count - 1]);
        return new Pkcs12Cipher(cipher.Name, password =>
        {
            var generator = new Pkcs5S2ParametersGenerator(DigestUtilities.GetDigest(digest));
            generator.Init(password.Utf8, salt, iterations);
            return new ParametersWithIV(generator.GenerateDerivedParameters(cipher.Name, cipher.Bits), vector);
        });
    }

    // The last part, where it is not that of another field (RFC 8018, appendix A.2).
    private static string ReadDigest(BerValue last)
    {
        string identifier = last.Tag == BerTag.Sequence ? last.First().ObjectIdentifier() : HmacSha1;
        return Digests.TryGetValue(identifier, out string? digest) ? digest : throw new NotSupportedException("key derivation " + identifier);
    }

    private static (string Identifier, List<BerValue> Parameters) Split(BerValue algorithm)
    {
        List<BerValue> parts = algorithm.As(BerTag.Sequence).Members();
        return (
            Part(parts, 0).ObjectIdentifier(),
            parts.Count > 1 && parts[1].Tag == BerTag.Sequence ? parts[1].Members() : []);
    }

    private static BerValue Part(List<BerValue> parts, int index) =>
        index < parts.Count ? parts[index] : throw new FormatException("a part is missing");
}
