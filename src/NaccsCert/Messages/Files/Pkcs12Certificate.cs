using NaccsCert.Messages.Signatures;

namespace NaccsCert.Messages.Files;

/// <summary>A certificate of a PKCS#12 file.</summary>
/// <param name="Encoded">The certificate, DER.</param>
/// <param name="Bag">What it came in.</param>
/// <param name="Key">Its key; null where the file has none for it.</param>
internal sealed record Pkcs12Certificate(byte[] Encoded, Pkcs12Bag Bag, Pkcs12Key? Key)
{
    /// <summary>The kind of its public key.</summary>
    /// <exception cref="System.FormatException">It cannot be read.</exception>
    public string KeyName => PublicKeyName.Of(CertificateParts.Parse(Encoded).PublicKeyInfo);
}
