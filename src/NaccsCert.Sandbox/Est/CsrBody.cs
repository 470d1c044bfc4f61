using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using NaccsCert.Sandbox.Http;
using NaccsCert.Sandbox.Issuance;

namespace NaccsCert.Sandbox.Est;

/// <summary>The CSR in the body of an EST request (RFC 7030 section 4.2.1).</summary>
internal static class CsrBody
{
    public const string MediaType = "application/pkcs10";

    /// <summary>Reads a body whose headers were not refused.</summary>
    /// <returns>The CSR, or the refusal.</returns>
    public static async Task<(SigningRequest? Request, HttpReply? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        (byte[] content, HttpReply? refusal) = await RequestBody.ReadAsync(request, cancellationToken);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        if (TransferBase64.Decode(content) is not { } der)
        {
            return (null, BadRequest("the body is neither base64 nor DER"));
        }

        return SigningRequest.TryRead(der, out SigningRequest? parsed, out string? reason) ? (parsed, null) : (null, BadRequest(reason));
    }

    private static HttpReply BadRequest(string reason) => HttpReply.Refusal(StatusCodes.Status400BadRequest, reason);
}
