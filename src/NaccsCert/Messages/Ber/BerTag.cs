namespace NaccsCert.Messages.Ber;

/// <summary>The identifier octets that certificates, lists and messages use (X.690, section 8.1.2).</summary>
internal static class BerTag
{
    public const byte Boolean = 0x01;
    public const byte Integer = 0x02;
    public const byte BitString = 0x03;
    public const byte OctetString = 0x04;
    public const byte Null = 0x05;
    public const byte ObjectIdentifier = 0x06;
    public const byte Enumerated = 0x0A;
    public const byte Utf8String = 0x0C;
    public const byte PrintableString = 0x13;
    public const byte Ia5String = 0x16;
    public const byte UtcTime = 0x17;
    public const byte GeneralizedTime = 0x18;
    public const byte BmpString = 0x1E;
    public const byte Sequence = 0x30;
    public const byte Set = 0x31;

    /// <summary>The bit that tells a value with members from one with octets.</summary>
    public const byte Constructed = 0x20;

    /// <summary>A context-specific tag on a value with octets, as an implicit one of a string is.</summary>
    public static byte Primitive(int number) => (byte)(0x80 | number);

    /// <summary>A context-specific tag on a value with members, as an explicit one is.</summary>
    public static byte Explicit(int number) => (byte)(0xA0 | number);
}
