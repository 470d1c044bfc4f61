using System;
using System.Text;

namespace NaccsCert.Messages.Est;

/// <summary>The body of an enrollment request.</summary>
internal static class EnrollmentRequestBody
{
    private const int LineLength = 76;

    /// <summary>
    /// Base64 in lines of at most 76 characters with a final line end (RFC 2045, section 6.8; RFC 8951, section 3.1):
    /// deployed servers refuse one long line and raw DER.
    /// </summary>
    /// <param name="certificationRequest">The DER PKCS#10 request.</param>
    /// <returns>The ASCII body.</returns>
    public static byte[] Encode(byte[] certificationRequest)
    {
        string base64 = Convert.ToBase64String(certificationRequest);
        var body = new StringBuilder(base64.Length + (base64.Length / LineLength * 2) + 2);
        for (int start = 0; start < base64.Length; start += LineLength)
        {
            body.Append(base64, start, Math.Min(LineLength, base64.Length - start)).Append("\r\n");
        }

        return Encoding.ASCII.GetBytes(body.ToString());
    }
}
