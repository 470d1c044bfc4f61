using System.Collections.Generic;
using System.Linq;
using System.Security;
using NaccsCert.Messages.Ber;
using NaccsCert.Messages.Files;

namespace NaccsCert.Tests.Fuzzing.Parsers;

/// <summary>PKCS#12 files, the same in every run. None is encrypted, for what it costs to hash a password is up to the file.</summary>
internal static class Pkcs12Samples
{
    private static readonly byte[] Certificate = Bag(
        3,
        DerWriter.Write(BerTag.Sequence, Identifier(0x09, 0x16, 0x01), Explicit(DerWriter.Write(BerTag.OctetString, SampleAuthority.Client.RawData))),
        DerWriter.Write(BerTag.Set, DerWriter.Write(BerTag.Sequence, Identifier(0x09, 0x15), DerWriter.Write(BerTag.Set, DerWriter.Write(BerTag.OctetString, [1])))));

    // Nested, as nobody does and RFC 7292 allows.
    private static readonly byte[] Key = Bag(
        6, DerWriter.Write(BerTag.Sequence, Bag(1, SampleAuthority.ClientKeyInfo, DerWriter.Write(BerTag.Set))), DerWriter.Write(BerTag.Set));

    /// <summary>A file with a MAC.</summary>
    public static IReadOnlyList<byte[]> Protected { get; } = [Write()];

    /// <summary>A file without one.</summary>
    public static IReadOnlyList<byte[]> Open { get; } =
        [DerWriter.Write(BerTag.Sequence, [.. BerValue.Read(Write()).Members().Take(2).Select(part => part.Encoded())])];

    private static byte[] Write()
    {
        using var none = new SecureString();
        return Pkcs12Writer.Write([Certificate, Key], Pkcs12Password.Meanings(none).First());
    }

    private static byte[] Bag(byte kind, byte[] value, byte[] attributes) =>
        DerWriter.Write(BerTag.Sequence, Identifier(0x0C, 0x0A, 0x01, kind), Explicit(value), attributes);

    private static byte[] Explicit(byte[] value) => DerWriter.Write(BerTag.Explicit(0), value);

    // Below 1.2.840.113549.1 (RFC 7292, appendix D).
    private static byte[] Identifier(params byte[] arcs) =>
        DerWriter.Write(BerTag.ObjectIdentifier, [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01], arcs);
}
