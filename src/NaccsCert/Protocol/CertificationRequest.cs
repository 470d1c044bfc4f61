using System.Collections.Generic;
using System.Linq;
using NaccsCert.Keys;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;

namespace NaccsCert.Protocol;

/// <summary>A PKCS#10 certification request (RFC 2986).</summary>
internal static class CertificationRequest
{
    /// <summary>Builds a request and signs it.</summary>
    /// <param name="key">The key that the certificate is for.</param>
    /// <param name="subject">The DER distinguished name; the service may put another into the certificate.</param>
    /// <param name="extensions">DER extensions to ask for: those of the service's wishes, or those of a current certificate.</param>
    /// <returns>The DER request.</returns>
    public static byte[] Build(KeyHandle key, byte[] subject, IReadOnlyCollection<byte[]> extensions)
    {
        var info = new CertificationRequestInfo(
            X509Name.GetInstance(Asn1Object.FromByteArray(subject)),
            SubjectPublicKeyInfo.GetInstance(key.ExportSubjectPublicKeyInfo()),
            Attributes(extensions));
        byte[] signature = key.Sign(info.GetDerEncoded());
        return new Org.BouncyCastle.Asn1.Pkcs.CertificationRequest(
            info, SignatureAlgorithm.Of(key.Algorithm), new DerBitString(signature)).GetDerEncoded();
    }

    private static DerSet Attributes(IReadOnlyCollection<byte[]> extensions) =>
        extensions.Count == 0
            ? DerSet.Empty
            : new DerSet(new AttributePkcs(
                PkcsObjectIdentifiers.Pkcs9AtExtensionRequest,
                new DerSet(new DerSequence(extensions.Select(Asn1Object.FromByteArray).ToArray<Asn1Encodable>()))));
}
