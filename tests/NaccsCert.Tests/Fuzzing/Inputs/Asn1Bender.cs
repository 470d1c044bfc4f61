using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace NaccsCert.Tests.Fuzzing.Inputs;

/// <summary>Rebuilds DER with some of its nodes replaced, doubled, wrapped, or wrong in tag or length.</summary>
internal static class Asn1Bender
{
    private static readonly byte[] Tags =
    [
        0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x09, 0x0A, 0x0C, 0x0D, 0x13, 0x17, 0x18, 0x1C, 0x1E, 0x1F, 0x24, 0x23,
        0x28, 0x30, 0x31, 0x2B, 0x80, 0x82, 0x86, 0xA0, 0xA1, 0xA3, 0xA4, 0xBF, 0x7F, 0x61,
    ];

    private static readonly byte[][] Lengths =
    [
        [0x80], [0x84, 0xFF, 0xFF, 0xFF, 0xFF], [0x84, 0x7F, 0xFF, 0xFF, 0xFF], [0x83, 0x10, 0x00, 0x00], [0x88, 0, 0, 0, 0, 0, 0, 0, 1],
        [0xFF], [0x81, 0x01], [0x00],
    ];

    // Values that mean something: numbers at the ends of ranges, object identifiers, times of no calendar, strange texts.
    private static readonly byte[][] Values =
    [
        [], [0], [0x7F], [0x80], [0xFF], [.. Enumerable.Repeat((byte)0xFF, 300)], [0x7F, 0xFF, 0xFF, 0xFF], [0x2A, 0x80],
        [0x2A, .. Enumerable.Repeat((byte)0xFF, 40), 0x7F], [0x55, 0x1D, 0x1F], [0x55, 0x1D, 0x25],
        [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0A], [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01],
        [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01], [0x2A, 0x86, 0x48, 0xCE, 0x38, 0x04, 0x01],
        Encoding.ASCII.GetBytes("00000000000000Z"), Encoding.ASCII.GetBytes("99991231235959Z"), Encoding.ASCII.GetBytes("490229250000Z"),
        Encoding.ASCII.GetBytes("http://[::1"), Encoding.ASCII.GetBytes("ldap:///CN=x"), [0xD8, 0x00], [0xED, 0xA0, 0x80], [0xFF, 0xFE],
    ];

    /// <summary>Bends a sample; one that is no DER, such as base64, is decoded first where it can be.</summary>
    public static byte[] Bend(byte[] sample, Random random)
    {
        List<Asn1Node>? nodes = Asn1Node.Read(sample);
        Asn1Node root = nodes is { Count: 1 } ? nodes[0] : Grow(random, 0);
        for (int changes = 1 + random.Next(5); changes > 0; changes--)
        {
            Asn1Node[] all = [.. root.All()];
            Change(all[random.Next(all.Length)], all[random.Next(all.Length)], random);
        }

        return root.Encode();
    }

    private static void Change(Asn1Node node, Asn1Node other, Random random)
    {
        switch (random.Next(9))
        {
            case 0:
                node.Tag = Tags[random.Next(Tags.Length)];
                break;
            case 1:
                node.WrongLength = Lengths[random.Next(Lengths.Length)];
                break;
            case 2:
                node.Indefinite = true;
                break;
            case 3:
                node.Members.Clear();
                node.Value = Values[random.Next(Values.Length)];
                break;
            case 4 when node.Members.Count > 0:
                node.Members.RemoveAt(random.Next(node.Members.Count));
                break;
            case 5 when node.Members.Count > 0:
                node.Members.AddRange(Enumerable.Repeat(node.Members[random.Next(node.Members.Count)], 1 + random.Next(80)));
                break;
            case 6 when node.Members.Count > 0:
                int place = random.Next(node.Members.Count);
                node.Members[place] = Deepen(node.Members[place], random);
                break;
            case 7 when !other.All().Contains(node):
                node.Members.Insert(random.Next(node.Members.Count + 1), other);
                break;
            default:
                node.Members.Insert(random.Next(node.Members.Count + 1), Grow(random, 0));
                break;
        }
    }

    private static Asn1Node Deepen(Asn1Node node, Random random)
    {
        byte tag = Tags[random.Next(Tags.Length)];
        for (int levels = random.Next(120); levels > 0; levels--)
        {
            node = new Asn1Node(tag) { Members = { node }, Indefinite = random.Next(4) == 0 };
        }

        return node;
    }

    private static Asn1Node Grow(Random random, int depth)
    {
        var node = new Asn1Node(Tags[random.Next(Tags.Length)]);
        if ((node.Tag & 0x20) == 0 || depth > 6)
        {
            node.Value = Values[random.Next(Values.Length)];
            return node;
        }

        for (int members = random.Next(4); members > 0; members--)
        {
            node.Members.Add(Grow(random, depth + 1));
        }

        return node;
    }
}
