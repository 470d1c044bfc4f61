using System;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NaccsCert.Sandbox.Authority;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.Hosting;

/// <summary>The revocation list, signed afresh for every request: a revocation shows at once.</summary>
internal static class RevocationListEndpoint
{
    public const string Path = "/crl/client-ca.crl";

    public static void Map(IEndpointRouteBuilder routes, ClientAuthority authority, Ledger ledger, TimeProvider clock) =>
        routes.MapGet(Path, async context =>
        {
            byte[] list = authority.SignRevocationList(ledger.Revoked(), clock.GetUtcNow());
            context.Response.ContentType = "application/pkix-crl";
            context.Response.ContentLength = list.Length;
            await context.Response.Body.WriteAsync(list, context.RequestAborted);
        });
}
