using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using NaccsCert.Tests.Fuzzing.Parsers;

namespace NaccsCert.Tests.Fuzzing.Inputs;

/// <summary>Inputs of the largest size that is read at all, each made to cost as much as its bytes can buy.</summary>
internal static class Bombs
{
    private const int Size = 1024 * 1024;
    private const byte Sequence = 0x30;
    private const byte Set = 0x31;

    /// <summary>All of them by name.</summary>
    public static IReadOnlyDictionary<string, Func<byte[]>> All { get; } = new Dictionary<string, Func<byte[]>>
    {
        ["zeros"] = () => new byte[Size],
        ["blanks"] = () => Repeat(" ", Size),
        ["indefinite sequences in each other"] = () => Repeat([Sequence, 0x80], Size),
        ["sequences in each other"] = () => Nest(Sequence, [], 200_000),
        ["constructed octet strings in each other"] = () => Repeat([0x24, 0x80], Size),
        ["constructed octet strings in a sequence"] = () => Tlv(Sequence, Repeat([0x24, 0x80, 0x04, 0x01, 0x41, 0x00, 0x00], Size - 8)),
        ["tagged values in each other"] = () => [.. new byte[] { Sequence, 0x80 }, .. Repeat([0xA0, 0x80], Size - 2)],
        ["nulls"] = () => Tlv(Sequence, Repeat([0x05, 0x00], Size - 8)),
        ["empty sets"] = () => Tlv(Sequence, Repeat([Set, 0x00], Size - 8)),
        ["empty sequences in indefinite length"] = () => [Sequence, 0x80, .. Repeat([Sequence, 0x00], Size - 4), 0, 0],
        ["object identifiers"] = () => Tlv(Sequence, Repeat([0x06, 0x01, 0x2A], Size - 8)),
        ["one object identifier of one number"] = () => Tlv(Sequence, Tlv(0x06, [0x2A, .. Repeat([0xFF], Size - 16), 0x7F])),
        ["one integer"] = () => Tlv(Sequence, Tlv(0x02, Repeat([0x7F], Size - 16))),
        ["csrAttributes for extensions"] = () => Tlv(Sequence, Repeat(ExtensionWish, Size - 8)),
        ["csrAttributes for a key"] = () => Tlv(Sequence, Repeat(KeyWish, Size - 8)),
        ["certificates"] = () => CertsOnlyMessage(Repeat(SampleAuthority.Client.RawData, Size - 100)),
        ["empty certificates"] = () => CertsOnlyMessage(Repeat([Sequence, 0x00], Size - 100)),
        ["signer infos in indefinite length"] = () => [Sequence, 0x80, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02, 0xA0, 0x80, .. Repeat([Sequence, 0x80], Size - 32)],
        ["base64 of nothing but length"] = () => Encoding.ASCII.GetBytes(Convert.ToBase64String(Tlv(Sequence, new byte[Size * 3 / 4 - 16]))),
        ["beginnings of armour"] = () => Repeat("-----BEGIN CERTIFICATE-----", Size),
        ["beginnings of armour with a body"] = () => Repeat("-----BEGIN CERTIFICATE-----AAAA\n-", Size),
        ["armour without an end"] = () => [.. Encoding.ASCII.GetBytes("-----BEGIN CERTIFICATE-----"), .. Repeat("A", Size - 27)],
        ["armour of nothing"] = () => Encoding.ASCII.GetBytes("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n"),
        ["hyphens"] = () => Repeat("-", Size),
        ["arrays in each other"] = () => Repeat("[", Size),
        ["objects in each other"] = () => Repeat("{\"a\":", Size),
        ["empty arrays"] = () => [(byte)'[', .. Repeat("[],", Size - 4), (byte)'[', (byte)']', (byte)']'],
        ["empty objects"] = () => [(byte)'[', .. Repeat("{},", Size - 4), (byte)'{', (byte)'}', (byte)']'],
        ["numbers"] = () => [(byte)'[', .. Repeat("1,", Size - 4), (byte)'1', (byte)']'],
        ["members"] = () => Encoding.ASCII.GetBytes("{" + string.Join(',', Enumerable.Range(0, 80_000).Select(number => $"\"m{number}\":1")) + "}"),
        ["members of one name"] = () => [(byte)'{', .. Repeat("\"a\":1,", Size - 12), .. Encoding.ASCII.GetBytes("\"a\":1}")],
        ["one name"] = () => Encoding.ASCII.GetBytes("{\"" + new string('a', Size - 8) + "\":1}"),
        ["one string of escapes"] = () => [.. Encoding.ASCII.GetBytes("{\"name\":\""), .. Repeat("\\u0001", Size - 16), .. Encoding.ASCII.GetBytes("\"}")],
        ["one number"] = () => [.. Encoding.ASCII.GetBytes("{\"schemaVersion\":"), .. Repeat("9", Size - 20), (byte)'}'],
        ["hosts"] = () => Encoding.UTF8.GetBytes(WithHosts(11_000)),
        ["digits"] = () => Repeat("9", Size),
        ["half a period"] = () => [(byte)'P', .. Repeat("1", Size - 1)],
    };

    private static byte[] ExtensionWish =>
        [0x30, 0x17, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x0E, 0x31, 0x0A, 0x30, 0x08, 0x30, 0x06, 0x06, 0x01, 0x2A, 0x04, 0x01, 0x41];

    private static byte[] KeyWish =>
        [0x30, 0x10, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01, 0x31, 0x03, 0x02, 0x01, 0x01];

    private static byte[] CertsOnlyMessage(byte[] certificates)
    {
        byte[] data = Tlv(Sequence, [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01]);
        byte[] signed = Tlv(Sequence, [0x02, 0x01, 0x01, Set, 0x00, .. data, .. Tlv(0xA0, certificates), Set, 0x00]);
        return Tlv(Sequence, [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02, .. Tlv(0xA0, signed)]);
    }

    private static string WithHosts(int hosts)
    {
        string definition = Encoding.UTF8.GetString(TextSamples.Definitions[0]);
        const string host = "{\"role\":\"a\",\"host\":\"a\",\"port\":1,\"environment\":\"Test\"}";
        return definition.Replace("\"hosts\": [", "\"hosts\": [" + string.Concat(Enumerable.Repeat(host + ",", hosts)), StringComparison.Ordinal);
    }

    private static byte[] Tlv(byte tag, byte[] value) => [tag, .. Asn1Node.Length(value.Length), .. value];

    // From the inside out, in a buffer that is filled from its end: each level costs four bytes.
    private static byte[] Nest(byte tag, byte[] value, int levels)
    {
        byte[] buffer = new byte[Size];
        int start = Size - value.Length;
        value.CopyTo(buffer, start);
        for (int level = 0; level < levels; level++)
        {
            byte[] length = Asn1Node.Length(Size - start);
            if (start < length.Length + 1)
            {
                break;
            }

            start -= length.Length;
            length.CopyTo(buffer, start);
            buffer[--start] = tag;
        }

        return buffer[start..];
    }

    private static byte[] Repeat(string text, int size) => Repeat(Encoding.ASCII.GetBytes(text), size);

    private static byte[] Repeat(byte[] piece, int size)
    {
        byte[] all = new byte[size / piece.Length * piece.Length];
        for (int start = 0; start < all.Length; start += piece.Length)
        {
            piece.CopyTo(all, start);
        }

        return all;
    }
}
