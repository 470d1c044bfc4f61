using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace NaccsCert.Module.Tests.Commands.Support;

/// <summary>What is in the stores of the user, read with the framework alone.</summary>
internal static class UserStores
{
    /// <summary>The thumbprints of all certificates in a store.</summary>
    public static IReadOnlyList<string> Thumbprints(string storeName) =>
        [.. Read(storeName).Select(certificate => certificate.Thumbprint)];

    /// <summary>Whether the key of a certificate in a store signs, so that the certificate confirms it.</summary>
    public static bool Signs(string storeName, string thumbprint)
    {
        byte[] text = Encoding.ASCII.GetBytes("signed by the test");
        X509Certificate2 certificate = Read(storeName).Single(candidate => candidate.Thumbprint == thumbprint);
        return certificate.GetECDsaPrivateKey() is { } ecdsa
            ? certificate.GetECDsaPublicKey()!.VerifyData(text, ecdsa.SignData(text, HashAlgorithmName.SHA256), HashAlgorithmName.SHA256)
            : certificate.GetRSAPublicKey()!.VerifyData(
                text,
                certificate.GetRSAPrivateKey()!.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
                HashAlgorithmName.SHA256,
                RSASignaturePadding.Pkcs1);
    }

    private static X509Certificate2[] Read(string storeName)
    {
        using var store = new X509Store(storeName, StoreLocation.CurrentUser);
        store.Open(OpenFlags.ReadOnly | OpenFlags.IncludeArchived);
        return [.. store.Certificates];
    }
}
