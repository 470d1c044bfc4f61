using System.Threading;
using NaccsCert.Sandbox.Behavior;

namespace NaccsCert.Sandbox.Http;

/// <summary>Fails the first requests, as a service in trouble does.</summary>
/// <param name="behavior">How many, and with which status.</param>
internal sealed class FirstFailures(RefusalBehavior behavior)
{
    private int _left = behavior.FailFirst;

    /// <summary>The failure of this request, or null if it is to be looked at.</summary>
    public HttpReply? Next() =>
        Volatile.Read(ref _left) > 0 && Interlocked.Decrement(ref _left) >= 0
            ? HttpReply.Refusal(behavior.FailStatus, "the service is in trouble")
            : null;
}
