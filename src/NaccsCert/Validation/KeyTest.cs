using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Keys;

namespace NaccsCert.Validation;

/// <summary>The signing test: the only proof that a certificate in a store is usable.</summary>
internal static class KeyTest
{
    private static readonly byte[] Challenge = System.Text.Encoding.ASCII.GetBytes("NaccsCert signing test");

    /// <summary>Signs with the private key and verifies with the public one.</summary>
    /// <param name="certificate">A certificate from a store.</param>
    /// <returns>What the key can do.</returns>
    public static KeyState Run(X509Certificate2 certificate)
    {
        try
        {
            return !certificate.HasPrivateKey ? KeyState.Missing
                : SignsWithRsa(certificate) || SignsWithEcdsa(certificate) ? KeyState.Signs
                : KeyState.Unusable;
        }
        catch (Exception exception) when (KeyFailures.IsOne(exception))
        {
            return KeyState.Unusable;
        }
    }

    private static bool SignsWithRsa(X509Certificate2 certificate)
    {
        using RSA? publicKey = certificate.GetRSAPublicKey();
        using RSA? privateKey = publicKey is null ? null : certificate.GetRSAPrivateKey();
        return privateKey is not null && publicKey!.VerifyData(
            Challenge,
            privateKey.SignData(Challenge, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1);
    }

    private static bool SignsWithEcdsa(X509Certificate2 certificate)
    {
        using ECDsa? publicKey = certificate.GetECDsaPublicKey();
        using ECDsa? privateKey = publicKey is null ? null : certificate.GetECDsaPrivateKey();
        return privateKey is not null && publicKey!.VerifyData(
            Challenge, privateKey.SignData(Challenge, HashAlgorithmName.SHA256), HashAlgorithmName.SHA256);
    }
}
