using System;
using System.Collections.Generic;
using System.Linq;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;

namespace NaccsCert.Messages.Est;

/// <summary>A request that the service has filled in as far as it can: <c>id-aa-certificationRequestInfoTemplate</c> (RFC 9908, section 3.4).</summary>
internal static class RequestTemplate
{
    /// <summary>The attribute that has the template as its value.</summary>
    public const string Identifier = "1.2.840.113549.1.9.16.2.61";

    private const int PublicKeyInfo = 0;
    private const int Attributes = 1;

    /// <summary>Reads a CertificationRequestInfoTemplate.</summary>
    /// <param name="template">The template.</param>
    /// <returns>What it wants in a request.</returns>
    /// <exception cref="FormatException">It is none, or of a version that is not known.</exception>
    public static CsrAttributes Read(Asn1Sequence template)
    {
        if (template.Count == 0 || template[0] is not DerInteger version || !version.HasValue(0))
        {
            throw new FormatException("a template of another version");
        }

        Asn1TaggedObject? key = Tagged(template, PublicKeyInfo);
        Asn1TaggedObject? tagged = Tagged(template, Attributes);
        WantedAttribute[] attributes =
            tagged is null ? [] : [.. Asn1Set.GetInstance(tagged, false).Select(WantedAttribute.Read)];
        return new CsrAttributes(
            key is null ? [] : ReadKey(Asn1Sequence.GetInstance(key, false)),
            attributes.Any(attribute => attribute.IsChallengePassword),
            WantedExtensions.Read(attributes))
        {
            Subject = template.Count > 1 && template[1] is Asn1Sequence subject ? SubjectTemplate.Fill(subject) : null,
        };
    }

    private static Asn1TaggedObject? Tagged(Asn1Sequence template, int number) =>
        template.OfType<Asn1TaggedObject>().FirstOrDefault(member => member.TagNo == number);

    // A curve is a parameter of the algorithm; the size of an RSA key shows in a number that stands for any of that size.
    private static IReadOnlyList<KeyAlgorithm> ReadKey(Asn1Sequence info)
    {
        var algorithm = AlgorithmIdentifier.GetInstance(info[0]);
        return info.Count > 1 && algorithm.Algorithm.Equals(PkcsObjectIdentifiers.RsaEncryption)
            ? WantedKey.OfSize(ModulusLength(DerBitString.GetInstance(info[1])))
            : WantedKey.Read(algorithm.Algorithm.Id, algorithm.Parameters?.ToAsn1Object());
    }

    private static int ModulusLength(DerBitString key) =>
        RsaPublicKeyStructure.GetInstance(Asn1Reader.Read(key.GetOctets())).Modulus.BitLength;
}
