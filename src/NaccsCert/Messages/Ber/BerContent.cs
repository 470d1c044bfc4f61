using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace NaccsCert.Messages.Ber;

/// <summary>What simple values say (X.690, section 8).</summary>
internal static class BerContent
{
    private const int MaxIdentifierOctets = 64;

    /// <summary>An object identifier in dotted decimals.</summary>
    public static string ObjectIdentifier(this BerValue value)
    {
        byte[] content = value.As(BerTag.ObjectIdentifier).Content();
        if (content.Length == 0 || content.Length > MaxIdentifierOctets || content[content.Length - 1] >= 0x80)
        {
            throw new FormatException("no object identifier");
        }

        var text = new StringBuilder();
        ulong arc = 0;
        foreach (byte octet in content)
        {
            arc = arc < 1UL << 56 ? (arc << 7) | (octet & 0x7FU) : throw new FormatException("no object identifier");
            if (octet >= 0x80)
            {
                continue;
            }

            // The first two arcs share one number (section 8.19.4).
            ulong root = text.Length > 0 ? 0 : Math.Min(arc / 40, 2);
            text.Append(text.Length > 0 ? "." : $"{root}.").Append((arc - (root * 40)).ToString(CultureInfo.InvariantCulture));
            arc = 0;
        }

        return text.ToString();
    }

    /// <summary>A whole number that is neither negative nor large.</summary>
    public static int SmallInteger(this BerValue value)
    {
        byte[] content = value.Content();
        if (content.Length is 0 or > 4 || content[0] >= 0x80)
        {
            throw new FormatException("no small number");
        }

        int number = 0;
        foreach (byte octet in content)
        {
            number = (number << 8) | octet;
        }

        return number;
    }

    /// <summary>Whether a Boolean is true.</summary>
    public static bool Boolean(this BerValue value) =>
        value.Length == 1 ? value[0] != 0 : throw new FormatException("no Boolean");

    /// <summary>The octets of a string, which BER may hand out in pieces (section 8.7.3), whatever its tag says.</summary>
    public static byte[] Octets(this BerValue value)
    {
        if ((value.Tag & BerTag.Constructed) == 0)
        {
            return value.Content();
        }

        List<byte[]> pieces = [.. value.Members().Select(piece => piece.As(BerTag.OctetString).Content())];
        byte[] octets = new byte[pieces.Sum(piece => piece.Length)];
        int position = 0;
        foreach (byte[] piece in pieces)
        {
            Buffer.BlockCopy(piece, 0, octets, position, piece.Length);
            position += piece.Length;
        }

        return octets;
    }

    /// <summary>The octets of a bit string of whole octets, as signatures and keys are.</summary>
    public static byte[] BitStringOctets(this BerValue value)
    {
        byte[] content = value.As(BerTag.BitString).Content();
        if (content.Length == 0 || content[0] != 0)
        {
            throw new FormatException("no bit string of whole octets");
        }

        byte[] octets = new byte[content.Length - 1];
        Buffer.BlockCopy(content, 1, octets, 0, octets.Length);
        return octets;
    }

    /// <summary>Whether a bit of a list of named bits is set (section 8.6.2; bit 0 is the leading one).</summary>
    public static bool Bit(this BerValue value, int bit) =>
        value.Length > 1 + (bit / 8) && (value[1 + (bit / 8)] & (0x80 >> (bit % 8))) != 0;

    /// <summary>A moment as RFC 5280 (section 4.1.2.5) has it: in UTC, with seconds, without fractions of them.</summary>
    public static DateTimeOffset Moment(this BerValue value)
    {
        string text = Encoding.ASCII.GetString(value.Content());
        if (value.Tag == BerTag.UtcTime && text.Length > 1)
        {
            text = (text[0] < '5' ? "20" : "19") + text;
        }
        else if (value.Tag != BerTag.GeneralizedTime)
        {
            throw new FormatException("no date");
        }

        return DateTimeOffset.ParseExact(
            text, "yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }
}
