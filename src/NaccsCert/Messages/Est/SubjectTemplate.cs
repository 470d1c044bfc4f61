using System.Linq;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;

namespace NaccsCert.Messages.Est;

/// <summary>A distinguished name in which values may be missing (RFC 9908, section 3.4).</summary>
internal static class SubjectTemplate
{
    /// <summary>Fills a template in.</summary>
    /// <param name="template">The template.</param>
    /// <returns>
    /// The DER distinguished name: values that are given, and the common name where it is wanted. What else is wanted without
    /// a value is not known here, and left out. Null when nothing is left.
    /// </returns>
    public static byte[]? Fill(Asn1Sequence template)
    {
        Asn1Encodable[] filled = [.. template.Select(Asn1Set.GetInstance).Select(FillName).Where(name => name.Count > 0)];
        return filled.Length == 0 ? null : new DerSequence(filled).GetDerEncoded();
    }

    private static DerSet FillName(Asn1Set name) =>
        new(name.Select(Asn1Sequence.GetInstance).Select(FillAttribute).OfType<Asn1Encodable>().ToArray());

    private static Asn1Sequence? FillAttribute(Asn1Sequence attribute)
    {
        var type = DerObjectIdentifier.GetInstance(attribute[0]);
        if (attribute.Count > 1)
        {
            return attribute;
        }

        return type.Equals(X509Name.CN) ? new DerSequence(type, new DerUtf8String(CertificationRequest.FirstCommonName)) : null;
    }
}
