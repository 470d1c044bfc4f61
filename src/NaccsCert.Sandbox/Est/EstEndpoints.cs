using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NaccsCert.Sandbox.Behavior;
using NaccsCert.Sandbox.Http;
using NaccsCert.Sandbox.Issuance;

namespace NaccsCert.Sandbox.Est;

/// <summary>The EST operations (RFC 7030 section 3.2.2, RFC 8951) of one label.</summary>
/// <param name="services">Issues certificates.</param>
/// <param name="behavior">How the service behaves.</param>
/// <param name="gate">Stands before the operations.</param>
/// <param name="csrAttributes">The answer of <c>csrattrs</c>.</param>
internal sealed class EstEndpoints(IssuanceServices services, ServiceBehavior behavior, ServiceGate gate, HttpReply csrAttributes)
{
    private const string Root = "/.well-known/est";

    private readonly EstBehavior _est = behavior.Est;
    private readonly SignIn _signIn = new(services.Codes, behavior.Est.SignIn);
    private readonly HttpReply _authorities = EstReply.CertsOnly(CertsOnlyMessage.Encode(services.Bundle.Authorities));
    private readonly FirstFailures _failures = new(behavior.Refusals);

    /// <summary>The address of a label, below the root of all addresses.</summary>
    public static string Path(string label) => $"{Root}/{label}";

    public void Map(IEndpointRouteBuilder routes, string label)
    {
        MapGroup(routes, Path(label));
        if (_est.LabelOptional)
        {
            MapGroup(routes, Root);
        }
    }

    private void MapGroup(IEndpointRouteBuilder routes, string prefix)
    {
        RouteGroupBuilder group = routes.MapGroup(prefix);
        group.MapGet("/cacerts", Gated(_ => Task.FromResult(_authorities)));
        group.MapGet("/csrattrs", Gated(_ => Task.FromResult(csrAttributes)));
        group.MapPost("/simpleenroll", Gated(SimpleEnrollAsync));
        group.MapPost("/simplereenroll", Gated(SimpleReenrollAsync));
        group.MapPost("/serverkeygen", Gated(ServerKeyGenAsync));
    }

    private RequestDelegate Gated(Func<HttpContext, Task<HttpReply>> operation) => gate.Before(async context =>
    {
        HttpReply reply = await operation(context);
        return _est.OneLine ? reply.InOneLine() : reply;
    });

    private async Task<HttpReply> SimpleEnrollAsync(HttpContext context)
    {
        (SignedInRequest? signedIn, HttpReply? refusal) = await SignInAsync(context);
        return refusal ?? Shown(await services.Enrollment.EnrollAsync(
            signedIn!.CodeSet, signedIn.Request.Key, services.Revocation(context), context.RequestAborted));
    }

    // RFC 7030 section 4.4: the key in the CSR is thrown away.
    private async Task<HttpReply> ServerKeyGenAsync(HttpContext context)
    {
        (SignedInRequest? signedIn, HttpReply? refusal) = await SignInAsync(context);
        if (refusal is not null)
        {
            return refusal;
        }

        BasicCredentials codes = signedIn!.Credentials;
        (Outcome outcome, byte[] key) = await services.MadeKeys.EnrollAsync(
            signedIn.CodeSet, codes.User + codes.Password, services.Revocation(context), context.RequestAborted);
        return outcome.Decision == Decision.Issued
            ? ServerKeyReply.Of(key, services.Bundle.Issued(outcome.Certificate))
            : Shown(outcome);
    }

    private async Task<(SignedInRequest? SignedIn, HttpReply? Refusal)> SignInAsync(HttpContext context)
    {
        if ((_failures.Next() ?? RefuseByHeaders(context)) is { } refusal)
        {
            return (null, refusal);
        }

        BasicCredentials? credentials = BasicCredentials.Read(context.Request.Headers.Authorization);
        ((long Id, string Terminal)? codeSet, HttpReply? noCodes) = _signIn.Authenticate(context, credentials);
        if (noCodes is not null)
        {
            return (null, noCodes);
        }

        (SigningRequest? request, HttpReply? unreadable) = await ReadAsync(context, credentials);
        return unreadable is null ? (new SignedInRequest(codeSet!.Value, credentials!, request!), null) : (null, unreadable);
    }

    private async Task<HttpReply> SimpleReenrollAsync(HttpContext context)
    {
        if (RefuseByHeaders(context) is { } refusal)
        {
            return refusal;
        }

        if (context.Connection.ClientCertificate is not { } current)
        {
            return HttpReply.Refusal(StatusCodes.Status403Forbidden, "client certificate required");
        }

        (SigningRequest? request, HttpReply? unreadable) = await ReadAsync(context, credentials: null);
        return unreadable ?? Shown(await services.Reenrollment.ReenrollAsync(
            current, request!, services.Revocation(context), context.RequestAborted));
    }

    private HttpReply? RefuseByHeaders(HttpContext context) =>
        RequestBody.RefuseByHeaders(context.Request, CsrBody.MediaType, _est.AnyLength);

    private async Task<(SigningRequest? Request, HttpReply? Refusal)> ReadAsync(HttpContext context, BasicCredentials? credentials)
    {
        (SigningRequest? request, HttpReply? refusal) = await CsrBody.ReadAsync(context.Request, context.RequestAborted);
        if (request is not null
            && ChallengePasswordCheck.Refusal(_est.ChallengePassword, request.Challenge, credentials) is { } reason)
        {
            refusal = HttpReply.Refusal(StatusCodes.Status400BadRequest, reason);
        }

        return (request, refusal);
    }

    // RFC 7030 section 4.2.3.
    private HttpReply Shown(Outcome outcome)
    {
        switch (outcome.Decision)
        {
            case Decision.Issued:
                HttpReply issued = EstReply.CertsOnly(services.Bundle.Issued(outcome.Certificate));
                return _est.Created ? issued with { Status = StatusCodes.Status201Created } : issued;
            case Decision.Pending:
                return HttpReply.Later(StatusCodes.Status202Accepted, outcome.Wait, outcome.Reason);
            case Decision.CodesRefused:
                return _signIn.Refusal(outcome.Reason);
            case Decision.KeyRefused:
                return HttpReply.Refusal(StatusCodes.Status400BadRequest, outcome.Reason);
            default:
                return HttpReply.Refusal(StatusCodes.Status403Forbidden, outcome.Reason);
        }
    }
}
