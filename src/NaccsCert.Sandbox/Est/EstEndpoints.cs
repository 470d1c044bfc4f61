using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NaccsCert.Sandbox.Behavior;
using NaccsCert.Sandbox.Policy;

namespace NaccsCert.Sandbox.Est;

/// <summary>The EST operations (RFC 7030 section 3.2.2, RFC 8951) of one label.</summary>
/// <param name="services">What the operations need.</param>
/// <param name="behavior">How they answer.</param>
/// <param name="clock">The sandbox's clock.</param>
internal sealed class EstEndpoints(EstServices services, EstBehavior behavior, TimeProvider clock)
{
    private readonly FirstFailures _failures = new(behavior);

    public void Map(IEndpointRouteBuilder routes, string label)
    {
        MapGroup(routes, $"/.well-known/est/{label}");
        if (behavior.LabelOptional)
        {
            MapGroup(routes, "/.well-known/est");
        }
    }

    private void MapGroup(IEndpointRouteBuilder routes, string prefix)
    {
        RouteGroupBuilder group = routes.MapGroup(prefix);
        group.MapGet("/cacerts", Outside(_ => Task.FromResult(services.Bundle.CaCertificates)));
        group.MapGet("/csrattrs", Outside(_ => Task.FromResult(services.CsrAttributes)));
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
        reply = reply with { RetryAfterText = behavior.RetryAfter };
        reply = behavior.OneLine ? reply.InOneLine() : reply;
        await reply.WriteToAsync(context.Response, context.RequestAborted);
    };

    private async Task<EstReply> SimpleEnrollAsync(HttpContext context)
    {
        if ((_failures.Next() ?? EnrollmentBody.RefuseByHeaders(context.Request, behavior.AnyLength)) is { } refusal)
        {
            return refusal;
        }

        BasicCredentials? credentials = BasicCredentials.Read(context.Request.Headers.Authorization);
        ((long Id, string Terminal)? codeSet, EstReply? noCodes) = services.SignIn.Authenticate(context, credentials);
        if (noCodes is not null)
        {
            return noCodes;
        }

        (SigningRequest? request, EstReply? unreadable) = await ReadAsync(context, credentials);
        return unreadable ?? Shown(await services.Enrollment.EnrollAsync(
            codeSet!.Value, request!, services.Revocation(context), context.RequestAborted));
    }

    private async Task<EstReply> SimpleReenrollAsync(HttpContext context)
    {
        if (EnrollmentBody.RefuseByHeaders(context.Request, behavior.AnyLength) is { } refusal)
        {
            return refusal;
        }

        if (context.Connection.ClientCertificate is not { } current)
        {
            return EstReply.Refusal(StatusCodes.Status403Forbidden, "client certificate required");
        }

        (SigningRequest? request, EstReply? unreadable) = await ReadAsync(context, credentials: null);
        return unreadable ?? Shown(await services.Reenrollment.ReenrollAsync(
            current, request!, services.Revocation(context), context.RequestAborted));
    }

    private async Task<(SigningRequest? Request, EstReply? Refusal)> ReadAsync(HttpContext context, BasicCredentials? credentials)
    {
        (SigningRequest? request, EstReply? refusal) = await EnrollmentBody.ReadAsync(context.Request, context.RequestAborted);
        if (request is not null
            && ChallengePasswords.Refusal(behavior.ChallengePassword, request.ChallengePassword, credentials) is { } reason)
        {
            refusal = EstReply.Refusal(StatusCodes.Status400BadRequest, reason);
        }

        return (request, refusal);
    }

    private EstReply Shown(EstReply reply) =>
        behavior.Created && reply.Status == StatusCodes.Status200OK ? reply with { Status = StatusCodes.Status201Created } : reply;
}
