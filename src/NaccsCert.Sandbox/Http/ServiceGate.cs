using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using NaccsCert.Sandbox.Behavior;
using NaccsCert.Sandbox.Policy;

namespace NaccsCert.Sandbox.Http;

/// <summary>Stands before the operations. In maintenance nothing is looked at, so nothing can be used up.</summary>
/// <param name="behavior">What refusals say.</param>
/// <param name="clock">The sandbox's clock.</param>
internal sealed class ServiceGate(RefusalBehavior behavior, TimeProvider clock)
{
    /// <summary>Runs an operation, or says until when there is maintenance.</summary>
    public RequestDelegate Before(Func<HttpContext, Task<HttpReply>> operation) => async context =>
    {
        DateTimeOffset now = clock.GetUtcNow();
        HttpReply reply = MaintenanceWindow.EndIfOpen(now) is { } end
            ? HttpReply.Later(StatusCodes.Status503ServiceUnavailable, end - now, "the service is in maintenance")
            : await operation(context);
        reply = reply with { RetryAfterText = behavior.RetryAfter };
        await reply.WriteToAsync(context.Response, context.RequestAborted);
    };
}
