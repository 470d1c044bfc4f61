using System;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Time;

namespace NaccsCert.Transport;

/// <summary>Tries again what failed with a fault that may pass.</summary>
/// <remarks>
/// Polly.Core would do this too, but its .NET Framework build needs assemblies of differing versions, which
/// powershell.exe cannot reconcile without binding redirects.
/// </remarks>
internal static class Retry
{
    /// <summary>Runs an action until it succeeds, fails for good, or the policy is used up.</summary>
    /// <typeparam name="T">What the action gives.</typeparam>
    /// <param name="action">The action.</param>
    /// <param name="policy">How often and how long.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cancellationToken">Ends action and waits.</param>
    /// <returns>What the action gave.</returns>
    /// <exception cref="NaccsException">The last fault.</exception>
    public static async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> action, RetryPolicy policy, IClock clock, CancellationToken cancellationToken)
    {
        var random = new Random();
        DateTimeOffset end = clock.UtcNow + policy.TotalTime;
        for (int retry = 1; ; retry++)
        {
            TimeSpan wait;
            try
            {
                return await action(cancellationToken).ConfigureAwait(false);
            }
            catch (NaccsException fault) when (retry <= policy.MaximumRetryCount && RetryPolicy.MayPass(fault))
            {
                DateTimeOffset now = clock.UtcNow;
                wait = policy.Wait(retry, random.NextDouble(), fault.RetryAfter - now);
                if (now + wait > end)
                {
                    throw;
                }
            }

            await Task.Delay(wait, cancellationToken).ConfigureAwait(false);
        }
    }
}
