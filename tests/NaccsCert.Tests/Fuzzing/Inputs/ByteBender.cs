using System;
using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.Tests.Fuzzing.Inputs;

/// <summary>Bends bytes without knowing what they mean.</summary>
internal static class ByteBender
{
    // Ends of ranges, tags and lengths of ASN.1 (indefinite, and four bytes to come), brackets of JSON, base64 padding.
    private static readonly byte[] Telling =
        [0x00, 0x01, 0x7F, 0x80, 0x84, 0xFE, 0xFF, 0x30, 0x31, 0xA0, 0x24, (byte)'{', (byte)'[', (byte)'"', (byte)'\\', (byte)'=', (byte)'-', (byte)'\n'];

    private static readonly byte[][] Telltale =
    [
        [0x84, 0xFF, 0xFF, 0xFF, 0xFF], [0x84, 0x7F, 0xFF, 0xFF, 0xFF], [0x30, 0x80], [0x24, 0x80], [0x00, 0x00],
        [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    ];

    /// <summary>Makes one to eight changes.</summary>
    /// <param name="sample">What is bent.</param>
    /// <param name="other">What pieces are taken from.</param>
    /// <param name="random">The chance.</param>
    public static byte[] Bend(byte[] sample, byte[] other, Random random)
    {
        List<byte> bytes = [.. sample];
        for (int changes = 1 + random.Next(8); changes > 0; changes--)
        {
            Change(bytes, other, random);
        }

        return [.. bytes];
    }

    private static void Change(List<byte> bytes, byte[] other, Random random)
    {
        int place = random.Next(bytes.Count + 1);
        int length = Math.Min(random.Next(1, 40), bytes.Count - place);
        switch (random.Next(9))
        {
            case 0 when length > 0:
                bytes[place] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when length > 0:
                bytes[place] = Telling[random.Next(Telling.Length)];
                break;
            case 2 when length > 0:
                bytes[place] = (byte)random.Next(256);
                break;
            case 3:
                bytes.RemoveRange(place, bytes.Count - place);
                break;
            case 4:
                bytes.RemoveRange(place, length);
                break;
            case 5:
                bytes.InsertRange(place, Telltale[random.Next(Telltale.Length)]);
                break;
            case 6:
                bytes.InsertRange(place, bytes.GetRange(place, length));
                break;
            case 7 when other.Length > 0:
                int start = random.Next(other.Length);
                bytes.InsertRange(place, other.Skip(start).Take(random.Next(64)));
                break;
            default:
                bytes.InsertRange(place, Enumerable.Repeat(Telling[random.Next(Telling.Length)], 1 + random.Next(200)));
                break;
        }
    }
}
