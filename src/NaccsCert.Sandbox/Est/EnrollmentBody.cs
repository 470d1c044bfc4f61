using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace NaccsCert.Sandbox.Est;

/// <summary>The body of an enrollment request: its framing, then its content.</summary>
internal static class EnrollmentBody
{
    private const string MediaType = "application/pkcs10";
    private const int Limit = 64 * 1024;

    /// <summary>Judges a request by its headers alone.</summary>
    /// <returns>The refusal, or null if the body may be read.</returns>
    public static EstReply? RefuseByHeaders(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
            || !type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase))
        {
            return EstReply.Refusal(StatusCodes.Status415UnsupportedMediaType, $"the body must be {MediaType}");
        }

        return request.ContentLength switch
        {
            null => EstReply.Refusal(StatusCodes.Status411LengthRequired, "Content-Length is required"),
            > Limit => EstReply.Refusal(StatusCodes.Status413PayloadTooLarge, $"the body is larger than {Limit} octets"),
            _ => null,
        };
    }

    /// <summary>Reads the CSR in a body that passed <see cref="RefuseByHeaders"/>.</summary>
    /// <returns>The CSR, or the refusal.</returns>
    public static async Task<(SigningRequest? Request, EstReply? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = new byte[request.ContentLength!.Value];
        await request.Body.ReadExactlyAsync(body, cancellationToken);
        if (TransferBase64.Decode(body) is not { } der)
        {
            return (null, EstReply.Refusal(StatusCodes.Status400BadRequest, "the body is neither base64 nor DER"));
        }

        return SigningRequest.TryRead(der, out SigningRequest? parsed, out string? reason)
            ? (parsed, null)
            : (null, EstReply.Refusal(StatusCodes.Status400BadRequest, reason));
    }
}
