using System;
using System.Buffers.Binary;
using System.Text;

namespace NaccsCert.Tests.Fuzzing.Wires;

/// <summary>The message by which a proxy challenges with NTLM ([MS-NLMP], section 2.2.1.2), good or not.</summary>
internal static class NtlmChallenge
{
    private const int HeadLength = 56;
    private const uint Flags = 0xE2898235;

    // The domain (2) and the end (0) of the list of attributes.
    private static readonly byte[] TargetInformation = [0x02, 0x00, 0x02, 0x00, 0x44, 0x00, 0x00, 0x00, 0x00, 0x00];

    /// <summary>The message as base64.</summary>
    /// <param name="random">The chance; null for a good one.</param>
    public static string Make(Random? random)
    {
        byte[] message = new byte[HeadLength + TargetInformation.Length];
        Encoding.ASCII.GetBytes("NTLMSSP\0").CopyTo(message, 0);
        BinaryPrimitives.WriteUInt32LittleEndian(message.AsSpan(8), 2);
        Field(message, 12, 0);
        BinaryPrimitives.WriteUInt32LittleEndian(message.AsSpan(20), Flags);
        Encoding.ASCII.GetBytes("12345678").CopyTo(message, 24);
        Field(message, 40, TargetInformation.Length);
        TargetInformation.CopyTo(message, HeadLength);
        return Convert.ToBase64String(random is null ? message : Bend(message, random));
    }

    private static void Field(byte[] message, int place, int length)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(message.AsSpan(place), (ushort)length);
        BinaryPrimitives.WriteUInt16LittleEndian(message.AsSpan(place + 2), (ushort)length);
        BinaryPrimitives.WriteUInt32LittleEndian(message.AsSpan(place + 4), HeadLength);
    }

    private static byte[] Bend(byte[] message, Random random)
    {
        for (int changes = 1 + random.Next(4); changes > 0; changes--)
        {
            message[random.Next(message.Length)] = random.Next(3) switch
            {
                0 => 0xFF,
                1 => 0x00,
                _ => (byte)random.Next(256),
            };
        }

        return random.Next(3) == 0 ? message[..random.Next(message.Length)] : message;
    }
}
