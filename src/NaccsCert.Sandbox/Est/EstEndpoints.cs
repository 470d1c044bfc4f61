using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NaccsCert.Sandbox.Authority;
using NaccsCert.Sandbox.Codes;
using NaccsCert.Sandbox.Policy;

namespace NaccsCert.Sandbox.Est;

/// <summary>The EST operations (RFC 7030 section 3.2.2, RFC 8951) of one label.</summary>
/// <param name="authority">The CA.</param>
/// <param name="codes">The known code sets.</param>
/// <param name="enrollment">Decides about first certificates.</param>
/// <param name="reenrollment">Decides about renewals.</param>
/// <param name="revocation">Where revocation can be asked about, as seen by a request.</param>
/// <param name="wantedKey">The kind of key to ask for.</param>
/// <param name="clock">The sandbox's clock.</param>
internal sealed class EstEndpoints(
    ClientAuthority authority,
    CodeRegister codes,
    Enrollment enrollment,
    Reenrollment reenrollment,
    Func<HttpContext, RevocationAddresses> revocation,
    WantedKey wantedKey,
    TimeProvider clock)
{
    public void Map(IEndpointRouteBuilder routes, string label)
    {
        RouteGroupBuilder group = routes.MapGroup($"/.well-known/est/{label}");
        group.MapGet("/cacerts", Outside(_ => Task.FromResult(CertsOnlyMessage.Reply(authority.Certificate.RawData))));
        group.MapGet("/csrattrs", Outside(_ => Task.FromResult(EstReply.Success(CsrAttributes.ContentType, CsrAttributes.Encode(wantedKey)))));
        group.MapPost("/simpleenroll", Outside(SimpleEnrollAsync));
        group.MapPost("/simplereenroll", Outside(SimpleReenrollAsync));
    }

    // In maintenance nothing is looked at, so nothing can be used up.
    private RequestDelegate Outside(Func<HttpContext, Task<EstReply>> operation) => async context =>
    {
        DateTimeOffset now = clock.GetUtcNow();
        EstReply reply = MaintenanceWindow.EndIfOpen(now) is { } end
            ? EstReply.Later(StatusCodes.Status503ServiceUnavailable, end - now, "the service is in maintenance")
            : await operation(context);
        await reply.WriteToAsync(context.Response, context.RequestAborted);
    };

    private async Task<EstReply> SimpleEnrollAsync(HttpContext context)
    {
        if (EnrollmentBody.RefuseByHeaders(context.Request) is { } refusal)
        {
            return refusal;
        }

        if (BasicCredentials.Read(context.Request.Headers.Authorization) is not { } credentials)
        {
            return EstReply.Challenge("codes are required");
        }

        if (codes.Authenticate(credentials.User, credentials.Password) is not { } codeSet)
        {
            return EstReply.Challenge("these codes are not known");
        }

        (SigningRequest? request, EstReply? unreadable) = await EnrollmentBody.ReadAsync(context.Request, context.RequestAborted);
        return unreadable ?? await enrollment.EnrollAsync(codeSet, request!, revocation(context), context.RequestAborted);
    }

    private async Task<EstReply> SimpleReenrollAsync(HttpContext context)
    {
        if (EnrollmentBody.RefuseByHeaders(context.Request) is { } refusal)
        {
            return refusal;
        }

        if (context.Connection.ClientCertificate is not { } current)
        {
            return EstReply.Refusal(StatusCodes.Status403Forbidden, "client certificate required");
        }

        (SigningRequest? request, EstReply? unreadable) = await EnrollmentBody.ReadAsync(context.Request, context.RequestAborted);
        return unreadable ?? await reenrollment.ReenrollAsync(current, request!, revocation(context), context.RequestAborted);
    }
}
