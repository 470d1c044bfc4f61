using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace NaccsCert.Sandbox.Est;

/// <summary>The bodies of EST: base64 as it is sent, and the shapes in which it arrives.</summary>
internal static class TransferBase64
{
    private const int LineLength = 76;
    private const byte SequenceTag = 0x30;

    /// <summary>Base64 in lines of 76 characters, each with its line end (RFC 2045 section 6.8).</summary>
    public static byte[] Encode(byte[] der)
    {
        string text = Convert.ToBase64String(der);
        var lines = new StringBuilder();
        for (int start = 0; start < text.Length; start += LineLength)
        {
            lines.Append(text, start, Math.Min(LineLength, text.Length - start)).Append("\r\n");
        }

        return Encoding.ASCII.GetBytes(lines.ToString());
    }

    /// <summary>Takes the line ends out of base64.</summary>
    public static byte[] WithoutLineEnds(byte[] base64) => [.. base64.Where(octet => octet is not ((byte)'\r' or (byte)'\n'))];

    /// <summary>Takes the armour off a body: base64 with or without line ends, PEM, or none.</summary>
    /// <returns>DER, or null if the body is none of these.</returns>
    public static byte[]? Decode(byte[] body)
    {
        // In base64 the first octet may be '0', which is 0x30 too, but never with an octet above 0x7F behind it.
        if (body is [SequenceTag, >= 0x80, ..])
        {
            return body;
        }

        string text = Encoding.ASCII.GetString(body);
        string base64 = PemEncoding.TryFind(text, out PemFields fields) ? text[fields.Base64Data] : text;
        var der = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, der, out int length) && length > 0 ? der[..length] : null;
    }
}
