using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Messages;

namespace NaccsCert.Keys;

/// <summary>An RSA key, wherever its provider keeps it.</summary>
internal sealed class RsaKeyHandle(string name, KeyAlgorithm algorithm, RSA key) : KeyHandle(name, algorithm)
{
    public override byte[] ExportSubjectPublicKeyInfo() => PublicKeyEncoding.FromRsa(key.ExportParameters(false));

    public override byte[] Sign(byte[] data) => key.SignData(data, Algorithm.Digest(), RSASignaturePadding.Pkcs1);

    public override X509Certificate2 CopyWithPrivateKey(X509Certificate2 certificate) => certificate.CopyWithPrivateKey(key);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            key.Dispose();
        }
    }
}
