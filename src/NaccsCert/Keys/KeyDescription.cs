using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Messages;
using NaccsCert.Messages.Signatures;

namespace NaccsCert.Keys;

/// <summary>What people want to know of a certificate's key.</summary>
internal static class KeyDescription
{
    /// <summary>The kind and size of the public key, for example <c>RSA 2048</c>; the platform's word for it where it cannot be read.</summary>
    public static string Algorithm(X509Certificate2 certificate)
    {
        try
        {
            return PublicKeyName.Of(CertificateParts.Parse(certificate.RawData).PublicKeyInfo);
        }
        catch (FormatException)
        {
            return certificate.PublicKey.Oid.FriendlyName ?? certificate.PublicKey.Oid.Value ?? "?";
        }
    }

    /// <summary>The kind of a certificate's key; null when it is none of those that can be requested.</summary>
    public static KeyAlgorithm? KindOf(X509Certificate2 certificate) => Algorithm(certificate) switch
    {
        "RSA 2048" => KeyAlgorithm.Rsa2048,
        "RSA 3072" => KeyAlgorithm.Rsa3072,
        "RSA 4096" => KeyAlgorithm.Rsa4096,
        "ECDSA P-256" => KeyAlgorithm.EcdsaP256,
        "ECDSA P-384" => KeyAlgorithm.EcdsaP384,
        _ => null,
    };

    /// <summary>The key storage provider of a private key that is known to sign.</summary>
    public static string Provider(X509Certificate2 certificate)
    {
        using RSA? rsa = certificate.GetRSAPrivateKey();
        using ECDsa? ecdsa = rsa is null ? certificate.GetECDsaPrivateKey() : null;
        return KeyProviderNames.Of((AsymmetricAlgorithm?)rsa ?? ecdsa);
    }
}
