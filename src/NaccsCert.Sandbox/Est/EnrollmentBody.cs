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

    private static EstReply TooLarge => EstReply.Refusal(StatusCodes.Status413PayloadTooLarge, $"the body is larger than {Limit} octets");

    /// <summary>Judges a request by its headers alone.</summary>
    /// <param name="request">The request.</param>
    /// <param name="anyLength">Whether its length may be unknown.</param>
    /// <returns>The refusal, or null if the body may be read.</returns>
    public static EstReply? RefuseByHeaders(HttpRequest request, bool anyLength)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
            || !type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase))
        {
            return EstReply.Refusal(StatusCodes.Status415UnsupportedMediaType, $"the body must be {MediaType}");
        }

        if (request.ContentLength is null && !anyLength)
        {
            return EstReply.Refusal(StatusCodes.Status411LengthRequired, "Content-Length is required");
        }

        return request.ContentLength > Limit ? TooLarge : null;
    }

    /// <summary>Reads the CSR in a body that passed <see cref="RefuseByHeaders"/>.</summary>
    /// <returns>The CSR, or the refusal.</returns>
    public static async Task<(SigningRequest? Request, EstReply? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // One octet more than is allowed tells a body that is too large.
        var buffer = new byte[(request.ContentLength ?? Limit) + 1];
        int length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        if (length > Limit)
        {
            return (null, TooLarge);
        }

        if (TransferBase64.Decode(buffer[..length]) is not { } der)
        {
            return (null, EstReply.Refusal(StatusCodes.Status400BadRequest, "the body is neither base64 nor DER"));
        }

        return SigningRequest.TryRead(der, out SigningRequest? parsed, out string? reason)
            ? (parsed, null)
            : (null, EstReply.Refusal(StatusCodes.Status400BadRequest, reason));
    }
}
