using System;
using System.Text;

namespace NaccsCert.Messages.Est;

/// <summary>The body of an enrollment request.</summary>
internal static class EnrollmentRequestBody
{
    /// <summary>
    /// Base64 in lines of at most 76 characters with a final line end (RFC 2045, section 6.8; RFC 8951, section 3.1):
    /// deployed servers refuse one long line and raw DER.
    /// </summary>
    /// <param name="certificationRequest">The DER PKCS#10 request.</param>
    /// <returns>The ASCII body.</returns>
    public static byte[] Encode(byte[] certificationRequest) =>
        Encoding.ASCII.GetBytes(Convert.ToBase64String(certificationRequest, Base64FormattingOptions.InsertLineBreaks) + "\r\n");
}
