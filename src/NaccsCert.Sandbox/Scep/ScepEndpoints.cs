using System;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NaccsCert.Sandbox.Behavior;
using NaccsCert.Sandbox.Http;

namespace NaccsCert.Sandbox.Scep;

/// <summary>The SCEP operations over HTTP (RFC 8894 section 4) at one address.</summary>
/// <param name="services">Answers the operations.</param>
/// <param name="behavior">How the service behaves.</param>
/// <param name="gate">Stands before the operations.</param>
internal sealed class ScepEndpoints(ScepServices services, ServiceBehavior behavior, ServiceGate gate)
{
    private const string MessageMediaType = "application/x-pki-message";

    private readonly FirstFailures _failures = new(behavior.Refusals);

    /// <summary>The address of a label, below the root of all addresses.</summary>
    public static string Path(string label) => $"/scep/{label}";

    public void Map(IEndpointRouteBuilder routes, string label)
    {
        routes.MapGet(Path(label), gate.Before(GetAsync));
        routes.MapPost(Path(label), gate.Before(PostAsync));
    }

    // RFC 8894 section 4.1: the operation and its message are in the query.
    private Task<HttpReply> GetAsync(HttpContext context)
    {
        switch (Operation(context))
        {
            case "GetCACaps":
                return Task.FromResult(HttpReply.Success("text/plain", Encoding.ASCII.GetBytes(services.Algorithms.Capabilities)));
            case "GetCACert":
                return Task.FromResult(services.Authorities);
            case "PKIOperation":
                return FromBase64(context.Request.Query["message"]) is { } message
                    ? AnswerAsync(context, message)
                    : Task.FromResult(BadRequest("the message is not base64"));
            default:
                return Task.FromResult(BadRequest("this operation is not supported"));
        }
    }

    // Some clients name another media type, or none.
    private async Task<HttpReply> PostAsync(HttpContext context)
    {
        if (Operation(context) != "PKIOperation")
        {
            return BadRequest("only PKIOperation may be posted");
        }

        (byte[] message, HttpReply? refusal) = RequestBody.RefuseByLength(context.Request, anyLength: true) is { } tooLong
            ? ([], tooLong)
            : await RequestBody.ReadAsync(context.Request, context.RequestAborted);
        return refusal ?? await AnswerAsync(context, message);
    }

    private async Task<HttpReply> AnswerAsync(HttpContext context, byte[] encoded)
    {
        if (_failures.Next() is { } failure)
        {
            return failure;
        }

        if (!PkiMessage.TryRead(encoded, out PkiMessage? message))
        {
            return BadRequest("this is no pkiMessage with a messageType, a transactionID, a senderNonce and its signer's certificate");
        }

        using X509Certificate2 signer = message.Signer;
        (Result? result, HttpReply? refusal) = await services.Operation.DecideAsync(context, message);
        if (refusal is not null)
        {
            return refusal;
        }

        byte[] answer = services.Writer.Write(message, result!, services.Algorithms.DigestFor(message));
        return HttpReply.Success(MessageMediaType, answer) with { RetryAfter = result!.Wait };
    }

    private static string? Operation(HttpContext context) => context.Request.Query["operation"];

    // A plus sign that the client did not escape has become a space.
    private static byte[]? FromBase64(string? text)
    {
        var octets = new byte[text?.Length ?? 0];
        return Convert.TryFromBase64String((text ?? string.Empty).Replace(' ', '+'), octets, out int length) ? octets[..length] : null;
    }

    private static HttpReply BadRequest(string reason) => HttpReply.Refusal(StatusCodes.Status400BadRequest, reason);
}
