using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using NaccsCert.Keys;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;

namespace NaccsCert.Messages;

/// <summary>A PKCS#10 certification request (RFC 2986).</summary>
internal static class CertificationRequest
{
    /// <summary>Builds a request and signs it.</summary>
    /// <param name="key">The key that the certificate is for.</param>
    /// <param name="subject">The DER distinguished name; the service may put another into the certificate.</param>
    /// <param name="extensions">DER extensions to ask for: those of the service's csrAttributes, or those of a current certificate.</param>
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

    /// <summary>Whether bytes are a request whose public key can be read.</summary>
    /// <param name="request">The bytes.</param>
    public static bool IsWellFormed(byte[] request)
    {
        try
        {
            return PublicKeyOf(request).Length > 0;
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or InvalidOperationException
            or InvalidCastException or FormatException)
        {
            return false;
        }
    }

    /// <summary>The public key of a well-formed request.</summary>
    /// <param name="request">The DER request.</param>
    /// <returns>The DER SubjectPublicKeyInfo.</returns>
    public static byte[] PublicKeyOf(byte[] request)
    {
        var whole = Asn1Sequence.GetInstance(Asn1Reader.Read(request));
        return whole.Count == 3
            ? CertificationRequestInfo.GetInstance(whole[0]).SubjectPublicKeyInfo.GetDerEncoded()
            : throw new FormatException("not the three parts of a request");
    }

    private static DerSet Attributes(IReadOnlyCollection<byte[]> extensions) =>
        extensions.Count == 0
            ? DerSet.Empty
            : new DerSet(new AttributePkcs(
                PkcsObjectIdentifiers.Pkcs9AtExtensionRequest,
                new DerSet(new DerSequence(extensions.Select(Asn1Object.FromByteArray).ToArray<Asn1Encodable>()))));
}
