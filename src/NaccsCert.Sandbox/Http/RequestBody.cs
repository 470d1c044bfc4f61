using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace NaccsCert.Sandbox.Http;

/// <summary>The body of a request: its framing, then its octets.</summary>
internal static class RequestBody
{
    private const int Limit = 64 * 1024;

    private static HttpReply TooLarge => HttpReply.Refusal(StatusCodes.Status413PayloadTooLarge, $"the body is larger than {Limit} octets");

    /// <summary>Judges a request by its headers alone.</summary>
    /// <param name="request">The request.</param>
    /// <param name="mediaType">The only media type that is read.</param>
    /// <param name="anyLength">Whether its length may be unknown.</param>
    /// <returns>The refusal, or null if the body may be read.</returns>
    public static HttpReply? RefuseByHeaders(HttpRequest request, string mediaType, bool anyLength)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
            || !type.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase))
        {
            return HttpReply.Refusal(StatusCodes.Status415UnsupportedMediaType, $"the body must be {mediaType}");
        }

        return RefuseByLength(request, anyLength);
    }

    /// <summary>Judges a request by the length of its body alone.</summary>
    public static HttpReply? RefuseByLength(HttpRequest request, bool anyLength)
    {
        if (request.ContentLength is null && !anyLength)
        {
            return HttpReply.Refusal(StatusCodes.Status411LengthRequired, "Content-Length is required");
        }

        return request.ContentLength > Limit ? TooLarge : null;
    }

    /// <summary>Reads a body whose headers were not refused.</summary>
    /// <returns>The octets, or the refusal.</returns>
    public static async Task<(byte[] Content, HttpReply? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // One octet more than is allowed tells a body that is too large.
        var buffer = new byte[(request.ContentLength ?? Limit) + 1];
        int length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length > Limit ? ([], TooLarge) : (buffer[..length], null);
    }
}
