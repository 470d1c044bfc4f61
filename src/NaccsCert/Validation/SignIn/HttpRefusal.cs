using System;
using System.Globalization;
using System.Text;
using NaccsCert.Transport;

namespace NaccsCert.Validation.SignIn;

/// <summary>Whether an HTTP answer refuses a client certificate.</summary>
internal static class HttpRefusal
{
    private const int BadRequest = 400;

    // Of nginx, which sends its statuses 495 and 496 as 400 where its configuration does not handle them, and of what is made of it.
    private static readonly string[] Words = ["No required SSL certificate was sent", "The SSL certificate error"];

    /// <summary>Whether only the content of the answer tells.</summary>
    public static bool NeedsContent(HttpReply reply) => reply.StatusCode == BadRequest;

    /// <summary>The refusal in words that are not translated: the status, and the server's own where they are known.</summary>
    /// <param name="reply">The answer.</param>
    /// <returns>The words; null where the answer is no refusal of the certificate.</returns>
    public static string? Of(HttpReply reply) => reply.StatusCode switch
    {
        401 or 403 or 495 or 496 => Status(reply),
        BadRequest when Array.Find(Words, Encoding.UTF8.GetString(reply.Body).Contains) is { } words => $"{Status(reply)} ({words})",
        _ => null,
    };

    /// <summary>Whether the answer says nothing of the certificate: the server does not understand the request, or fails.</summary>
    public static bool IsUnclear(HttpReply reply) => reply.StatusCode is BadRequest or >= 500;

    /// <summary>The status in words that are not translated.</summary>
    public static string Status(HttpReply reply) => "HTTP " + reply.StatusCode.ToString(CultureInfo.InvariantCulture);
}
