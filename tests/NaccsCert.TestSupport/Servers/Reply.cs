using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace NaccsCert.TestSupport.Servers;

/// <summary>An HTTP response that a test sets, with the way in which it ends.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Body">The body.</param>
/// <param name="ContentType">The Content-Type field; null for none.</param>
internal sealed record Reply(int Status, byte[] Body, string? ContentType = "text/plain")
{
    private enum Ending
    {
        Whole,
        Missing,
        Stuck,
        Truncated,
    }

    /// <summary>No response: the connection breaks before its first byte.</summary>
    public static Reply Nothing { get; } = new(0, []) { HowItEnds = Ending.Missing };

    /// <summary>Header fields beside those of the body.</summary>
    public IReadOnlyList<(string Name, string Value)> Fields { get; init; } = [];

    /// <summary>Whether the length of the body is kept from the client.</summary>
    public bool IsChunked { get; init; }

    private Ending HowItEnds { get; init; }

    private Task Release { get; init; } = Task.CompletedTask;

    /// <summary>A text as UTF-8, with further header fields.</summary>
    public static Reply Text(int status, string text, params (string Name, string Value)[] fields) =>
        new(status, Encoding.UTF8.GetBytes(text)) { Fields = fields };

    /// <summary>A certs-only CMS message (RFC 5652, section 5), raw DER as many servers send it.</summary>
    public static Reply Certificates(params X509Certificate2[] certificates) =>
        new(200, new X509Certificate2Collection(certificates).Export(X509ContentType.Pkcs7)!, "application/pkcs7-mime");

    /// <summary>A refusal that asks for credentials (RFC 9110, section 11.6.1).</summary>
    public static Reply Challenge(params string[] schemes) =>
        Text(401, "codes are required", [.. schemes.Select(scheme => ("WWW-Authenticate", scheme))]);

    /// <summary>The beginning of a response; the connection breaks before its end.</summary>
    public static Reply Truncated(string text) => Text(200, text) with { HowItEnds = Ending.Truncated };

    /// <summary>The beginning of a response whose end never comes.</summary>
    public static Reply Endless() => Text(200, "the beginning") with { HowItEnds = Ending.Stuck };

    /// <summary>A response that does not begin before a task has ended.</summary>
    public static Reply After(Task release) => Text(200, "late") with { Release = release };

    /// <summary>Writes it as the response of a request.</summary>
    public async Task WriteToAsync(HttpContext context)
    {
        await Release;
        if (HowItEnds == Ending.Missing)
        {
            context.Abort();
            return;
        }

        HttpResponse response = context.Response;
        response.StatusCode = Status;
        response.ContentType = ContentType;
        foreach (IGrouping<string, string> field in Fields.GroupBy(field => field.Name, field => field.Value))
        {
            response.Headers[field.Key] = field.ToArray();
        }

        if (Status == StatusCodes.Status204NoContent)
        {
            return;
        }

        if (!IsChunked)
        {
            response.ContentLength = HowItEnds == Ending.Whole ? Body.Length : Body.Length + 1;
        }

        await response.Body.WriteAsync(Body, context.RequestAborted);
        await response.Body.FlushAsync(context.RequestAborted);
        if (HowItEnds == Ending.Truncated)
        {
            context.Abort();
        }
        else if (HowItEnds == Ending.Stuck)
        {
            var clientLeft = new TaskCompletionSource();
            await using var registration = context.RequestAborted.Register(clientLeft.SetResult);
            await clientLeft.Task;
        }
    }
}
