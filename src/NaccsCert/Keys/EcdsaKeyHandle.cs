using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Messages;

namespace NaccsCert.Keys;

/// <summary>An ECDSA key, wherever its provider keeps it.</summary>
internal sealed class EcdsaKeyHandle(string name, KeyAlgorithm algorithm, ECDsa key) : KeyHandle(name, algorithm)
{
    public override byte[] ExportSubjectPublicKeyInfo() => PublicKeyEncoding.FromEcdsa(Algorithm, key.ExportParameters(false));

    // The frameworks sign with r and s side by side; X.509 wants them as a DER sequence.
    public override byte[] Sign(byte[] data) => EcdsaSignature.ToDer(key.SignData(data, Algorithm.Digest()));

    public override X509Certificate2 CopyWithPrivateKey(X509Certificate2 certificate) => certificate.CopyWithPrivateKey(key);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            key.Dispose();
        }
    }
}
