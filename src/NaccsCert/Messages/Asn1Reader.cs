using System;
using System.IO;
using Org.BouncyCastle.Asn1;

namespace NaccsCert.Messages;

/// <summary>Reads BER and DER (X.690) that came from outside, with a bound on what it costs.</summary>
internal static class Asn1Reader
{
    /// <summary>
    /// More values than any message of ours has. A value of two bytes becomes an object of a hundred, so that the bound
    /// on the bytes of a message does not bound its cost.
    /// </summary>
    private const int MaxValues = 200_000;

    private const int Constructed = 0x20;
    private const int LongTag = 0x1F;
    private const int Indefinite = 0x80;

    /// <summary>Reads one value.</summary>
    /// <param name="content">The bytes.</param>
    /// <returns>The value.</returns>
    /// <exception cref="FormatException">It has more values in it than any message of ours.</exception>
    /// <exception cref="IOException">It is none.</exception>
    public static Asn1Object Read(byte[] content)
    {
        Bound(content);

        // For no content at all the parser gives null instead of an error.
        return Asn1Object.FromByteArray(content) ?? throw new EndOfStreamException();
    }

    /// <summary>Refuses content with too many values in it, without reading them.</summary>
    /// <param name="content">The bytes; what is no BER is left to the parser to refuse.</param>
    /// <exception cref="FormatException">It has more values in it than any message of ours.</exception>
    public static void Bound(byte[] content)
    {
        int values = 0;
        for (int position = 0; position < content.Length; values++)
        {
            if (values == MaxValues)
            {
                throw new FormatException($"more than {MaxValues} values");
            }

            position = Next(content, position);
        }
    }

    // The members of what is constructed follow its header, so a walk from header to header meets every value.
    private static int Next(byte[] content, int position)
    {
        int tag = content[position++];
        if ((tag & LongTag) == LongTag)
        {
            while (position < content.Length && content[position++] >= 0x80)
            {
                // Seven bits of the tag in each byte; the last has no eighth.
            }
        }

        int first = position < content.Length ? content[position++] : 0;
        int bytes = first <= Indefinite ? 0 : first & 0x7F;
        long length = first < Indefinite ? first : 0;
        for (; bytes > 0 && position < content.Length && length <= content.Length; bytes--)
        {
            length = (length << 8) | content[position++];
        }

        return (tag & Constructed) != 0 ? position : (int)Math.Min(content.Length, position + length);
    }
}
