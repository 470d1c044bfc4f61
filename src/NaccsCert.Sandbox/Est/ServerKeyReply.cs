using System.Text;
using NaccsCert.Sandbox.Http;

namespace NaccsCert.Sandbox.Est;

/// <summary>The answer of <c>serverkeygen</c>: a key and a certificate in two parts (RFC 7030 section 4.4.2).</summary>
internal static class ServerKeyReply
{
    // Neither base64 nor the header lines of a part contain a dash at the start of a line.
    private const string Boundary = "estServerKeyGenBoundary";

    /// <summary>Puts both into an answer.</summary>
    /// <param name="key">The key, PKCS #8.</param>
    /// <param name="certificates">The certs-only message.</param>
    public static HttpReply Of(byte[] key, byte[] certificates) => HttpReply.Success(
        $"multipart/mixed; boundary={Boundary}",
        Encoding.ASCII.GetBytes(
            Part("application/pkcs8", key) + Part("application/pkcs7-mime; smime-type=certs-only", certificates) + $"--{Boundary}--\r\n"));

    private static string Part(string contentType, byte[] der) =>
        $"--{Boundary}\r\nContent-Type: {contentType}\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + Encoding.ASCII.GetString(TransferBase64.Encode(der));
}
