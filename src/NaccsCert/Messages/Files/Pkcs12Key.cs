using System;
using System.Collections.Generic;
using NaccsCert.Messages.Ber;
using NaccsCert.Messages.Signatures;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;

namespace NaccsCert.Messages.Files;

/// <summary>A private key of a PKCS#12 file. It is decrypted only where nothing else tells whose it is.</summary>
/// <param name="Bag">What it came in.</param>
/// <param name="Cipher">Decrypts it; null where it is not encrypted.</param>
internal sealed record Pkcs12Key(Pkcs12Bag Bag, Pkcs12Cipher? Cipher)
{
    /// <summary>Reads the key of a bag.</summary>
    /// <param name="bag">The bag.</param>
    /// <param name="work">Counts the iterations.</param>
    /// <exception cref="FormatException">It is none.</exception>
    /// <exception cref="NotSupportedException">Its encryption cannot be used here; the message names it.</exception>
    public static Pkcs12Key Read(Pkcs12Bag bag, Pkcs12Work work) =>
        new(bag, bag.Kind == Pkcs12Bag.ShroudedKey ? Pkcs12Cipher.Read(bag.Value.First(), work) : null);

    /// <summary>Looks into the key.</summary>
    /// <param name="password">The password of the file.</param>
    /// <returns>The kind of key, and its public key as a SubjectPublicKeyInfo; null where that cannot be found.</returns>
    /// <exception cref="FormatException">It cannot be decrypted, or is none.</exception>
    public (string Name, byte[]? PublicKeyInfo) Look(Pkcs12Password password)
    {
        byte[] key = Decrypt(password);
        try
        {
            List<BerValue> parts = BerValue.ReadFirst(key).As(BerTag.Sequence).Members();
            string name = parts.Count > 2 ? PublicKeyName.OfAlgorithm(parts[1]) : throw new FormatException("no private key");
            return (name, PublicKeyName.IsUsable(name) ? PublicKeyOf(key) : null);
        }
        finally
        {
            Array.Clear(key, 0, key.Length);
        }
    }

    private byte[] Decrypt(Pkcs12Password password)
    {
        if (Cipher is null)
        {
            return Bag.Value.Encoded();
        }

        List<BerValue> parts = Bag.Value.Members();
        return parts.Count == 2 ? Cipher.Decrypt(parts[1].Octets(), password) : throw new FormatException("no encrypted key");
    }

    private static byte[]? PublicKeyOf(byte[] key)
    {
        try
        {
            AsymmetricKeyParameter? publicKey = PrivateKeyFactory.CreateKey(key) switch
            {
                RsaPrivateCrtKeyParameters rsa => new RsaKeyParameters(false, rsa.Modulus, rsa.PublicExponent),
                ECPrivateKeyParameters elliptic when elliptic.PublicKeyParamSet is not null => new ECPublicKeyParameters(
                    "EC", elliptic.Parameters.G.Multiply(elliptic.D).Normalize(), elliptic.PublicKeyParamSet),
                _ => null,
            };
            return publicKey is null ? null : SubjectPublicKeyInfoFactory.CreateSubjectPublicKeyInfo(publicKey).GetDerEncoded();
        }
        catch (Exception exception) when (ParserErrors.Is(exception))
        {
            return null;
        }
    }
}
