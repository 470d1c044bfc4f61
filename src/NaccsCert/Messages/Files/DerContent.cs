using System;
using System.Collections.Generic;
using NaccsCert.Messages.Ber;

namespace NaccsCert.Messages.Files;

/// <summary>Tells what a value is that came without a name.</summary>
internal static class DerContent
{
    /// <summary>The kind of a value by its outermost parts.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="FormatException">A part of it is damaged.</exception>
    public static DerKind KindOf(BerValue value)
    {
        List<BerValue> parts = value.Tag == BerTag.Sequence ? value.Members() : [];
        if (parts.Count < 2)
        {
            return DerKind.Unknown;
        }

        switch (parts[0].Tag, parts[1].Tag)
        {
            case (BerTag.ObjectIdentifier, BerTag.Constructed | 0x80):
                return DerKind.Cms;
            case (BerTag.Integer, BerTag.Sequence):
                return IsContentInfo(parts[1]) ? DerKind.Pkcs12 : DerKind.PrivateKey;
            case (BerTag.Integer, BerTag.Integer or BerTag.OctetString):
            case (BerTag.Sequence, BerTag.OctetString):
                return DerKind.PrivateKey;
            case (BerTag.Sequence, BerTag.Sequence):
                return parts.Count == 3 ? KindOfSigned(parts[0].Members()) : DerKind.Unknown;
            default:
                return DerKind.Unknown;
        }
    }

    // The content of a PKCS#12 file has a type and the content itself (RFC 7292, section 4); an algorithm has parameters, if any.
    private static bool IsContentInfo(BerValue value)
    {
        List<BerValue> parts = value.Members();
        return parts.Count == 2 && parts[1].Tag == BerTag.Explicit(0);
    }

    // A certificate, a request (RFC 2986) and a revocation list are signed alike.
    private static DerKind KindOfSigned(List<BerValue> signed)
    {
        if (signed.Count is 3 or 4 && signed[0].Tag == BerTag.Integer && signed[signed.Count - 1].Tag == BerTag.Explicit(0))
        {
            return DerKind.Request;
        }

        int dates = signed.FindIndex(part => part.Tag is BerTag.UtcTime or BerTag.GeneralizedTime);
        return dates is 2 or 3 ? DerKind.RevocationList : DerKind.Certificate;
    }
}
