using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using NaccsCert.Sandbox.Ocsp;

namespace NaccsCert.Sandbox.Hosting;

/// <summary>OCSP over HTTP (RFC 6960 appendix A.1): POST of a request, or GET of one as base64 in the path.</summary>
internal static class OcspEndpoint
{
    public const string Path = "/ocsp";

    private const string RequestType = "application/ocsp-request";
    private const string ResponseType = "application/ocsp-response";
    private const int Limit = 64 * 1024;

    public static void Map(IEndpointRouteBuilder routes, OcspResponder responder)
    {
        routes.MapPost(Path, async context =>
        {
            context.Response.StatusCode = RefusalOf(context.Request) ?? StatusCodes.Status200OK;
            if (context.Response.StatusCode == StatusCodes.Status200OK)
            {
                var body = new byte[context.Request.ContentLength!.Value];
                await context.Request.Body.ReadExactlyAsync(body, context.RequestAborted);
                await WriteAsync(context.Response, responder.Answer(body), context.RequestAborted);
            }
        });
        routes.MapGet(Path + "/{**request}", context =>
            WriteAsync(context.Response, responder.Answer(Decode((string?)context.GetRouteValue("request"))), context.RequestAborted));
    }

    private static int? RefusalOf(HttpRequest request) =>
        !MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
            || !type.MediaType.Equals(RequestType, StringComparison.OrdinalIgnoreCase) ? StatusCodes.Status415UnsupportedMediaType
        : request.ContentLength is not { } length ? StatusCodes.Status411LengthRequired
        : length > Limit ? StatusCodes.Status413PayloadTooLarge
        : null;

    // The server decodes the path but for its slashes. What is no base64 is no request either.
    private static byte[] Decode(string? text)
    {
        try
        {
            return Convert.FromBase64String(Uri.UnescapeDataString(text ?? string.Empty));
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private static async Task WriteAsync(HttpResponse response, byte[] content, CancellationToken cancellationToken)
    {
        response.ContentType = ResponseType;
        response.ContentLength = content.Length;
        await response.Body.WriteAsync(content, cancellationToken);
    }
}
