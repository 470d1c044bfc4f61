using System;
using System.Text;

namespace NaccsCert.Messages;

/// <summary>Textual encodings (RFC 7468).</summary>
internal static class Pem
{
    private const int LineLength = 64;

    /// <summary>Armours DER in lines of 64 characters.</summary>
    /// <param name="label">What it is, for example <c>CERTIFICATE REQUEST</c>.</param>
    /// <param name="der">The DER bytes.</param>
    /// <returns>The text, with a final line end.</returns>
    public static string Encode(string label, byte[] der)
    {
        string base64 = Convert.ToBase64String(der);
        var text = new StringBuilder("-----BEGIN ").Append(label).Append("-----\n");
        for (int start = 0; start < base64.Length; start += LineLength)
        {
            text.Append(base64, start, Math.Min(LineLength, base64.Length - start)).Append('\n');
        }

        return text.Append("-----END ").Append(label).Append("-----\n").ToString();
    }
}
