using System;
using System.Collections.Generic;
using System.Formats.Asn1;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Sandbox.Ocsp;

/// <summary>The certificate that a request asks about (RFC 6960 section 4.1.1, CertID).</summary>
/// <param name="Encoded">The whole CertID, DER, which the response repeats.</param>
/// <param name="HashAlgorithm">Object identifier of the hash.</param>
/// <param name="NameHash">The hash of the issuer's name.</param>
/// <param name="KeyHash">The hash of the issuer's public key, without its algorithm.</param>
/// <param name="Serial">The serial number, upper-case hexadecimal.</param>
internal sealed record CertificateId(byte[] Encoded, string HashAlgorithm, byte[] NameHash, byte[] KeyHash, string Serial)
{
    private static readonly Dictionary<string, HashAlgorithmName> Hashes = new()
    {
        ["1.3.14.3.2.26"] = HashAlgorithmName.SHA1,
        ["2.16.840.1.101.3.4.2.1"] = HashAlgorithmName.SHA256,
        ["2.16.840.1.101.3.4.2.2"] = HashAlgorithmName.SHA384,
        ["2.16.840.1.101.3.4.2.3"] = HashAlgorithmName.SHA512,
    };

    /// <summary>Reads a CertID.</summary>
    /// <exception cref="AsnContentException">It is none.</exception>
    public static CertificateId Read(AsnReader reader)
    {
        byte[] encoded = reader.PeekEncodedValue().ToArray();
        AsnReader id = reader.ReadSequence();
        string algorithm = id.ReadSequence().ReadObjectIdentifier();
        byte[] nameHash = id.ReadOctetString();
        byte[] keyHash = id.ReadOctetString();
        return new CertificateId(encoded, algorithm, nameHash, keyHash, Convert.ToHexString(id.ReadIntegerBytes().Span));
    }

    /// <summary>Whether it names this issuer. A hash that nobody here knows names nobody.</summary>
    public bool IsOf(X509Certificate2 issuer) =>
        Hashes.TryGetValue(HashAlgorithm, out HashAlgorithmName hash)
        && CryptographicOperations.HashData(hash, issuer.SubjectName.RawData).SequenceEqual(NameHash)
        && CryptographicOperations.HashData(hash, issuer.PublicKey.EncodedKeyValue.RawData).SequenceEqual(KeyHash);
}
