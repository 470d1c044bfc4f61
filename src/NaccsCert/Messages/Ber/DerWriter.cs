using System;
using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.Messages.Ber;

/// <summary>Puts encoded values into a new value (X.690, section 10), each byte of them as it is.</summary>
internal static class DerWriter
{
    /// <summary>A value with members or octets.</summary>
    /// <param name="tag">The identifier octet.</param>
    /// <param name="parts">What is in it, one after the other.</param>
    public static byte[] Write(byte tag, params byte[][] parts)
    {
        int length = parts.Sum(part => part.Length);
        byte[] header = [tag, .. Length(length)];
        byte[] value = new byte[header.Length + length];
        Buffer.BlockCopy(header, 0, value, 0, header.Length);
        int position = header.Length;
        foreach (byte[] part in parts)
        {
            Buffer.BlockCopy(part, 0, value, position, part.Length);
            position += part.Length;
        }

        return value;
    }

    /// <summary>A value whose members have no order of their own: they are put into that of DER (X.690, section 11.6).</summary>
    /// <param name="tag">The identifier octet.</param>
    /// <param name="members">The encoded members.</param>
    public static byte[] SetOf(byte tag, IEnumerable<byte[]> members)
    {
        List<byte[]> sorted = [.. members];
        sorted.Sort(Compare);
        return Write(tag, [.. sorted]);
    }

    /// <summary>A bit string of whole octets.</summary>
    public static byte[] BitString(byte[] octets) => Write(BerTag.BitString, [0], octets);

    private static int Compare(byte[] one, byte[] other)
    {
        int common = Math.Min(one.Length, other.Length);
        for (int index = 0; index < common; index++)
        {
            if (one[index] != other[index])
            {
                return one[index] - other[index];
            }
        }

        return one.Length - other.Length;
    }

    private static IEnumerable<byte> Length(int length)
    {
        if (length < 0x80)
        {
            return [(byte)length];
        }

        byte[] octets = [.. BitConverter.GetBytes(length).Take(4)];
        if (BitConverter.IsLittleEndian)
        {
            Array.Reverse(octets);
        }

        byte[] significant = [.. octets.SkipWhile(octet => octet == 0)];
        return [(byte)(0x80 | significant.Length), .. significant];
    }
}
