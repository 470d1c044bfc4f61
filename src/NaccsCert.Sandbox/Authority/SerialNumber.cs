using System.Security.Cryptography;

namespace NaccsCert.Sandbox.Authority;

/// <summary>Random serial numbers (RFC 5280 section 4.1.2.2: positive, at most 20 octets).</summary>
internal static class SerialNumber
{
    private const int Size = 16;

    public static byte[] Next()
    {
        byte[] serial = RandomNumberGenerator.GetBytes(Size);

        // The first octet lies between 0x40 and 0x7F: positive, and always of the same length.
        serial[0] = (byte)((serial[0] & 0x3F) | 0x40);
        return serial;
    }
}
