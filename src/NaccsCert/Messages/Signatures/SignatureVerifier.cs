using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using NaccsCert.Messages.Ber;
using Org.BouncyCastle.Security;

namespace NaccsCert.Messages.Signatures;

/// <summary>Verifies signatures over bytes that came from outside, exactly as they came.</summary>
internal static class SignatureVerifier
{
    /// <summary>Whether a signature is right, strong or not.</summary>
    /// <param name="signed">What was signed.</param>
    /// <param name="algorithm">The AlgorithmIdentifier of the signature, encoded.</param>
    /// <param name="signature">The signature.</param>
    /// <param name="publicKeyInfo">The signer's SubjectPublicKeyInfo, encoded.</param>
    /// <returns>Whether it is; not, too, when the key or the algorithm is of no known kind.</returns>
    public static bool IsRight(byte[] signed, byte[] algorithm, byte[] signature, byte[] publicKeyInfo)
    {
        try
        {
            SignatureScheme? scheme = SignatureScheme.Read(algorithm);
            PublicKeyParts key = PublicKeyParts.Read(publicKeyInfo);
            return scheme is not null && Verify(signed, scheme, signature, key, publicKeyInfo);
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Whether a signature can be relied on: neither its hash nor the key that made it is weak.</summary>
    /// <param name="algorithm">The AlgorithmIdentifier of the signature, encoded.</param>
    /// <param name="publicKeyInfo">The signer's SubjectPublicKeyInfo, encoded.</param>
    /// <exception cref="FormatException">One of them cannot be read.</exception>
    public static bool IsStrong(byte[] algorithm, byte[] publicKeyInfo) =>
        SignatureScheme.Read(algorithm) is { IsStrong: true } && PublicKeyParts.Read(publicKeyInfo).IsStrong;

    private static bool Verify(
        byte[] signed, SignatureScheme scheme, byte[] signature, PublicKeyParts key, byte[] publicKeyInfo)
    {
        try
        {
            if (key.Rsa is { } parameters && scheme.Padding is not null)
            {
                using var rsa = RSA.Create();
                rsa.ImportParameters(parameters);
                return rsa.VerifyData(signed, signature, scheme.Hash, scheme.Padding);
            }

            if (key.Elliptic is { } point && scheme.Padding is null)
            {
                using var ecdsa = ECDsa.Create(point);
                return ecdsa.VerifyData(signed, SideBySide(signature, (key.Bits + 7) / 8), scheme.Hash);
            }

            return false;
        }
        catch (Exception exception) when (exception is NotSupportedException or NotImplementedException or CryptographicException)
        {
            // Not every framework knows PSS or curves.
            return VerifyWithoutPlatform(signed, scheme, signature, publicKeyInfo);
        }
    }

    // r and s side by side (IEEE P1363) from Ecdsa-Sig-Value (RFC 3279, section 2.2.3).
    private static byte[] SideBySide(byte[] signature, int half)
    {
        List<BerValue> numbers = BerValue.Read(signature).As(BerTag.Sequence).Members();
        byte[] both = new byte[2 * half];
        for (int index = 0; index < 2; index++)
        {
            byte[] number = index < numbers.Count ? numbers[index].As(BerTag.Integer).Content() : [];
            int zeros = number.Length > 0 && number[0] == 0 ? 1 : 0;
            int length = number.Length - zeros;
            if (length < 1 || length > half)
            {
                throw new FormatException("no ECDSA signature");
            }

            Buffer.BlockCopy(number, zeros, both, ((index + 1) * half) - length, length);
        }

        return both;
    }

    private static bool VerifyWithoutPlatform(
        byte[] signed, SignatureScheme scheme, byte[] signature, byte[] publicKeyInfo)
    {
        string hash = scheme.Hash.Name!.Replace("SHA", "SHA-");
        string mechanism = hash + (scheme.Padding is null ? "withECDSA"
            : scheme.Padding == RSASignaturePadding.Pss ? "withRSAandMGF1"
            : "withRSA");
        try
        {
            var verifier = SignerUtilities.GetSigner(mechanism);
            verifier.Init(forSigning: false, PublicKeyFactory.CreateKey(publicKeyInfo));
            verifier.BlockUpdate(signed, 0, signed.Length);
            return verifier.VerifySignature(signature);
        }
        catch (Exception exception) when (ParserErrors.Is(exception))
        {
            return false;
        }
    }
}
