using NaccsCert.Messages.Ber;

namespace NaccsCert.Messages.Files;

/// <summary>Puts bags of a PKCS#12 file into another one, each byte of them as it is.</summary>
internal static class Pkcs12Writer
{
    private static readonly byte[] Version = [BerTag.Integer, 1, 3];
    private static readonly byte[] DataType = [BerTag.ObjectIdentifier, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 1];

    /// <summary>Writes a file.</summary>
    /// <param name="bags">The bags; keys in them stay encrypted as they are.</param>
    /// <param name="password">The password of the keys, for the file.</param>
    public static byte[] Write(byte[][] bags, Pkcs12Password password)
    {
        byte[] authenticated = DerWriter.Write(BerTag.Sequence, Data(DerWriter.Write(BerTag.Sequence, bags)));
        return DerWriter.Write(BerTag.Sequence, Version, Data(authenticated), Pkcs12Mac.Write(authenticated, password));
    }

    private static byte[] Data(byte[] content) => DerWriter.Write(
        BerTag.Sequence, DataType, DerWriter.Write(BerTag.Explicit(0), DerWriter.Write(BerTag.OctetString, content)));
}
