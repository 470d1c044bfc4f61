using System;
using System.Globalization;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace NaccsCert.Sandbox.Est;

/// <summary>An answer, before it is put on the wire.</summary>
/// <param name="Status">HTTP status code.</param>
/// <param name="ContentType">Media type of the body.</param>
/// <param name="Body">The body, as it is sent.</param>
internal sealed record EstReply(int Status, string ContentType, byte[] Body)
{
    private const string Plain = "text/plain; charset=utf-8";

    /// <summary>Whether the body is base64, to be named by Content-Transfer-Encoding.</summary>
    public bool IsBase64 { get; private init; }

    /// <summary>When to come again, or null.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>Whether the answer asks for codes.</summary>
    public bool Challenges { get; private init; }

    /// <summary>200 with a DER structure, as base64 (RFC 7030 section 4).</summary>
    public static EstReply Success(string contentType, byte[] der) =>
        new(StatusCodes.Status200OK, contentType, TransferBase64.Encode(der)) { IsBase64 = true };

    /// <summary>A refusal with its reason, in one line.</summary>
    public static EstReply Refusal(int status, string reason) => new(status, Plain, Encoding.UTF8.GetBytes(reason + "\n"));

    /// <summary>401 that asks for Basic credentials (RFC 7617).</summary>
    public static EstReply Challenge(string reason) => Refusal(StatusCodes.Status401Unauthorized, reason) with { Challenges = true };

    /// <summary>202 or 503: the same request is welcome later.</summary>
    public static EstReply Later(int status, TimeSpan after, string reason) => Refusal(status, reason) with { RetryAfter = after };

    /// <summary>Sends the answer.</summary>
    public async Task WriteToAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        if (IsBase64)
        {
            response.Headers["Content-Transfer-Encoding"] = "base64";
        }

        if (RetryAfter is { } after)
        {
            double seconds = Math.Max(1, Math.Ceiling(after.TotalSeconds));
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (Challenges)
        {
            response.Headers.WWWAuthenticate = "Basic realm=\"NACCS\"";
        }

        await response.Body.WriteAsync(Body, cancellationToken);
    }
}
