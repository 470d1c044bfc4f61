using NaccsCert.Sandbox.Http;

namespace NaccsCert.Sandbox.Est;

/// <summary>Answers of EST: base64 over HTTP.</summary>
internal static class EstReply
{
    /// <summary>200 with a DER structure, as base64 (RFC 7030 section 4).</summary>
    public static HttpReply Success(string contentType, byte[] der) =>
        HttpReply.Success(contentType, TransferBase64.Encode(der)) with { IsBase64 = true };

    /// <summary>200 with certificates, given as DER (RFC 7030 section 4.1.3).</summary>
    public static HttpReply CertsOnly(byte[] message) => Success("application/pkcs7-mime; smime-type=certs-only", message);

    /// <summary>The same with its base64 in one line without an end.</summary>
    public static HttpReply InOneLine(this HttpReply reply) =>
        reply.IsBase64 ? reply with { Body = TransferBase64.WithoutLineEnds(reply.Body) } : reply;
}
