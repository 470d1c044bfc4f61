using System.Collections.Generic;
using System.Linq;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;

namespace NaccsCert.Messages.Est;

/// <summary>One csrAttribute.</summary>
/// <param name="Type">Its object identifier.</param>
/// <param name="Values">What it says about it; nothing where it is an object identifier alone.</param>
internal sealed record WantedAttribute(string Type, IReadOnlyList<Asn1Object> Values)
{
    /// <summary>Reads an object identifier or an attribute.</summary>
    public static WantedAttribute Read(Asn1Encodable item)
    {
        if (item.ToAsn1Object() is DerObjectIdentifier identifier)
        {
            return new WantedAttribute(identifier.Id, []);
        }

        var attribute = AttributePkcs.GetInstance(item);
        return new WantedAttribute(attribute.AttrType.Id, [.. attribute.AttrValues.Select(value => value.ToAsn1Object())]);
    }

    /// <summary>The first of its values; null where it has none.</summary>
    public Asn1Object? FirstValue => Values.Count > 0 ? Values[0] : null;

    /// <summary>Whether it wants a challengePassword.</summary>
    public bool IsChallengePassword => Type == PkcsObjectIdentifiers.Pkcs9AtChallengePassword.Id;
}
