using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1;

namespace NaccsCert.Messages;

/// <summary>Extensions (RFC 5280, section 4.1) as DER.</summary>
internal static class CertificateExtension
{
    /// <summary>Takes an extension out of a certificate.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="identifier">The extension's object identifier.</param>
    /// <returns>The DER Extension; null when the certificate has none of that kind.</returns>
    public static byte[]? From(X509Certificate2 certificate, string identifier)
    {
        X509Extension? extension = certificate.Extensions[identifier];
        if (extension is null)
        {
            return null;
        }

        var parts = new Asn1EncodableVector(new DerObjectIdentifier(identifier));
        if (extension.Critical)
        {
            parts.Add(DerBoolean.True);
        }

        parts.Add(new DerOctetString(extension.RawData));
        return new DerSequence(parts).GetDerEncoded();
    }

    /// <summary>The object identifier of a DER Extension.</summary>
    public static string IdentifierOf(byte[] extension) =>
        DerObjectIdentifier.GetInstance(Asn1Sequence.GetInstance(extension)[0]).Id;
}
