using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace NaccsCert.Messages;

/// <summary>
/// Reads the attributes of a distinguished name (RFC 5280, section 4.1.2.4). Done here in a few lines, because listing certificates
/// must not load a whole ASN.1 library into logon scripts.
/// </summary>
internal static class DistinguishedName
{
    private const int Sequence = 0x30;
    private const int Set = 0x31;
    private const int ObjectIdentifier = 0x06;
    private const int BmpString = 0x1E;
    private const int TeletexString = 0x14;

    /// <summary>Reads the attributes in their order; those of a multi-valued RDN one after the other.</summary>
    /// <param name="der">The DER name, which the platform has accepted.</param>
    /// <returns>Object identifier and text of each attribute; none when the name cannot be read.</returns>
    public static IReadOnlyList<(string Type, string Value)> Read(byte[] der)
    {
        var attributes = new List<(string, string)>();
        try
        {
            foreach (ArraySegment<byte> name in Items(new ArraySegment<byte>(der), Sequence))
            {
                foreach (ArraySegment<byte> rdn in Items(name, Set))
                {
                    foreach (ArraySegment<byte> attribute in Items(rdn, Sequence))
                    {
                        attributes.Add(ReadAttribute(attribute));
                    }
                }
            }
        }
        catch (FormatException)
        {
            return [];
        }

        return attributes;
    }

    private static (string Type, string Value) ReadAttribute(ArraySegment<byte> attribute)
    {
        (int tag, ArraySegment<byte> type, int next) = ReadItem(attribute, 0);
        (int valueTag, ArraySegment<byte> value, _) = ReadItem(attribute, next);
        return tag == ObjectIdentifier
            ? (ReadIdentifier(type), ReadText(valueTag, value))
            : throw new FormatException("no attribute type");
    }

    private static IEnumerable<ArraySegment<byte>> Items(ArraySegment<byte> content, int expectedTag)
    {
        for (int position = 0; position < content.Count;)
        {
            (int tag, ArraySegment<byte> item, int next) = ReadItem(content, position);
            if (tag != expectedTag)
            {
                throw new FormatException("no distinguished name");
            }

            yield return item;
            position = next;
        }
    }

    // Definite lengths of at most two bytes: a name is no longer than that.
    private static (int Tag, ArraySegment<byte> Content, int Next) ReadItem(ArraySegment<byte> within, int position)
    {
        int start = position + 2;
        int length = At(within, position + 1);
        if (length is 0x81 or 0x82)
        {
            int lengthBytes = length - 0x80;
            length = lengthBytes == 1 ? At(within, start) : (At(within, start) << 8) | At(within, start + 1);
            start += lengthBytes;
        }

        return length < 0x10000 && length != 0x80 && start + length <= within.Count
            ? (At(within, position), new ArraySegment<byte>(within.Array!, within.Offset + start, length), start + length)
            : throw new FormatException("no length of a name");
    }

    private static int At(ArraySegment<byte> within, int position) =>
        position < within.Count ? within.Array![within.Offset + position] : throw new FormatException("ends too early");

    private static string ReadIdentifier(ArraySegment<byte> content)
    {
        var text = new StringBuilder();
        long arc = 0;
        for (int position = 0; position < content.Count; position++)
        {
            int octet = At(content, position);
            arc = (arc << 7) | (uint)(octet & 0x7F);
            if (octet < 0x80)
            {
                text.Append(text.Length == 0 ? FirstArcs(arc) : "." + arc.ToString(CultureInfo.InvariantCulture));
                arc = 0;
            }
        }

        return text.ToString();
    }

    // X.690, section 8.19.4: the first two arcs share a number.
    private static string FirstArcs(long number)
    {
        long first = Math.Min(number / 40, 2);
        return string.Format(CultureInfo.InvariantCulture, "{0}.{1}", first, number - (first * 40));
    }

    private static string ReadText(int tag, ArraySegment<byte> content) => EncodingOf(tag).GetString(content.Array!, content.Offset, content.Count);

    private static Encoding EncodingOf(int tag) => tag switch
    {
        BmpString => Encoding.BigEndianUnicode,
        TeletexString => Encoding.GetEncoding("iso-8859-1"),
        _ => Encoding.UTF8,
    };
}
