using System;
using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.Tests.Fuzzing.Inputs;

/// <summary>One tag, length and value of BER (X.690), which can be wrong in every respect.</summary>
internal sealed class Asn1Node(byte tag)
{
    private const byte Constructed = 0x20;

    public byte Tag { get; set; } = tag;

    /// <summary>The value of a primitive.</summary>
    public byte[] Value { get; set; } = [];

    /// <summary>The members of what is constructed.</summary>
    public List<Asn1Node> Members { get; private init; } = [];

    /// <summary>Whether the end is marked instead of the length told.</summary>
    public bool Indefinite { get; set; }

    /// <summary>The length bytes to write instead of the right ones; null for those.</summary>
    public byte[]? WrongLength { get; set; }

    /// <summary>Reads what is written in definite lengths.</summary>
    /// <returns>The nodes in their order; null when it is no such thing.</returns>
    public static List<Asn1Node>? Read(ReadOnlySpan<byte> content)
    {
        var nodes = new List<Asn1Node>();
        while (content.Length > 0)
        {
            if (content.Length < 2 || (content[0] & 0x1F) == 0x1F || !TryLength(content, out int header, out int length))
            {
                return null;
            }

            ReadOnlySpan<byte> value = content.Slice(header, length);
            List<Asn1Node>? members = (content[0] & Constructed) != 0 ? Read(value) : null;
            nodes.Add(new Asn1Node(content[0]) { Value = members is null ? value.ToArray() : [], Members = members ?? [] });
            content = content[(header + length)..];
        }

        return nodes;
    }

    /// <summary>This node and all below it.</summary>
    public IEnumerable<Asn1Node> All() => Members.SelectMany(member => member.All()).Prepend(this);

    /// <summary>Writes it, with whatever is wrong about it.</summary>
    public byte[] Encode()
    {
        byte[] value = Members.Count == 0 ? Value : [.. Members.SelectMany(member => member.Encode())];
        return Indefinite
            ? [(byte)(Tag | Constructed), 0x80, .. value, 0, 0]
            : [Tag, .. WrongLength ?? Length(value.Length), .. value];
    }

    /// <summary>The shortest encoding of a length.</summary>
    public static byte[] Length(int length) => length switch
    {
        < 0x80 => [(byte)length],
        < 0x100 => [0x81, (byte)length],
        < 0x10000 => [0x82, (byte)(length >> 8), (byte)length],
        _ => [0x83, (byte)(length >> 16), (byte)(length >> 8), (byte)length],
    };

    private static bool TryLength(ReadOnlySpan<byte> content, out int header, out int length)
    {
        int bytes = content[1] < 0x80 ? 0 : content[1] & 0x7F;
        header = 2 + bytes;
        length = content[1] < 0x80 ? content[1] : 0;
        for (int index = 0; index < bytes && bytes <= 3 && header <= content.Length; index++)
        {
            length = (length << 8) | content[2 + index];
        }

        return content[1] != 0x80 && bytes <= 3 && header + length <= content.Length;
    }
}
