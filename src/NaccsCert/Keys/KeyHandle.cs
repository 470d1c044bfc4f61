using System;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Keys;

/// <summary>
/// A private key that signs. Its bytes are in no signature of this library: a handle can be asked to sign, to show
/// its public key, and to be joined to its certificate.
/// </summary>
internal abstract class KeyHandle : IDisposable
{
    /// <summary>Makes a handle.</summary>
    /// <param name="name">The name under which the provider keeps the key.</param>
    /// <param name="algorithm">The kind of key.</param>
    protected KeyHandle(string name, KeyAlgorithm algorithm)
    {
        Name = name;
        Algorithm = algorithm;
    }

    /// <summary>The name under which the provider keeps the key.</summary>
    public string Name { get; }

    /// <summary>The kind of key.</summary>
    public KeyAlgorithm Algorithm { get; }

    /// <summary>The public key as a DER SubjectPublicKeyInfo (RFC 5280, section 4.1.2.7).</summary>
    /// <returns>The DER bytes.</returns>
    public abstract byte[] ExportSubjectPublicKeyInfo();

    /// <summary>Signs with the digest that belongs to the key: RSASSA-PKCS1-v1_5 (RFC 8017), or ECDSA as DER (RFC 3279).</summary>
    /// <param name="data">The data to hash and sign.</param>
    /// <returns>The signature.</returns>
    public abstract byte[] Sign(byte[] data);

    /// <summary>Joins the key to its certificate, in the form that a store persists.</summary>
    /// <param name="certificate">A certificate that carries this key's public key.</param>
    /// <returns>A new certificate object with the private key.</returns>
    public abstract X509Certificate2 CopyWithPrivateKey(X509Certificate2 certificate);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of the key; the key itself stays with its provider.</summary>
    /// <param name="disposing">Whether it is called from <see cref="Dispose()"/>.</param>
    protected abstract void Dispose(bool disposing);
}
