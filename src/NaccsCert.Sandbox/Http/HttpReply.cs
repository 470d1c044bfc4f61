using System;
using System.Globalization;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace NaccsCert.Sandbox.Http;

/// <summary>An answer, before it is put on the wire.</summary>
/// <param name="Status">HTTP status code.</param>
/// <param name="ContentType">Media type of the body.</param>
/// <param name="Body">The body, as it is sent.</param>
internal sealed record HttpReply(int Status, string ContentType, byte[] Body)
{
    private const string Plain = "text/plain; charset=utf-8";

    /// <summary>Whether the body is base64, to be named by Content-Transfer-Encoding.</summary>
    public bool IsBase64 { get; init; }

    /// <summary>When to come again, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What is said in place of <see cref="RetryAfter"/>: "" for nothing, null for the truth.</summary>
    public string? RetryAfterText { get; init; }

    /// <summary>How the answer asks for codes (RFC 9110 section 11.6.1), or null if it does not.</summary>
    public string? Challenge { get; init; }

    /// <summary>200 with a body.</summary>
    public static HttpReply Success(string contentType, byte[] body) => new(StatusCodes.Status200OK, contentType, body);

    /// <summary>A refusal with its reason, in one line.</summary>
    public static HttpReply Refusal(int status, string reason) => new(status, Plain, Encoding.UTF8.GetBytes(reason + "\n"));

    /// <summary>An answer without a body.</summary>
    public static HttpReply Empty(int status) => new(status, string.Empty, []);

    /// <summary>202, 429 or 503: the same request is welcome later.</summary>
    public static HttpReply Later(int status, TimeSpan after, string reason) => Refusal(status, reason) with { RetryAfter = after };

    /// <summary>429, for an address that sent too many wrong codes.</summary>
    public static HttpReply TooManyGuesses(TimeSpan wait) =>
        Later(StatusCodes.Status429TooManyRequests, wait, "too many wrong codes from this address");

    /// <summary>Sends the answer.</summary>
    public async Task WriteToAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.StatusCode = Status;
        if (ContentType.Length > 0)
        {
            response.ContentType = ContentType;
            response.ContentLength = Body.Length;
        }

        if (IsBase64)
        {
            response.Headers["Content-Transfer-Encoding"] = "base64";
        }

        if (RetryAfter is { } after && (RetryAfterText ?? Seconds(after)) is { Length: > 0 } text)
        {
            response.Headers.RetryAfter = text;
        }

        if (Challenge is not null)
        {
            response.Headers.WWWAuthenticate = Challenge;
        }

        await response.Body.WriteAsync(Body, cancellationToken);
    }

    private static string Seconds(TimeSpan span) => Math.Max(1, Math.Ceiling(span.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
