using System;

namespace NaccsCert.Transport;

/// <summary>How often and how long a fault that may pass is tried again.</summary>
/// <param name="MaximumRetryCount">How many times after the first; 0 for never.</param>
/// <param name="Interval">The wait before the first retry; it doubles with each further one.</param>
/// <param name="TotalTime">No wait is begun that would end later than this after the first try.</param>
internal sealed record RetryPolicy(int MaximumRetryCount, TimeSpan Interval, TimeSpan TotalTime)
{
    /// <summary>Nothing is tried again.</summary>
    public static RetryPolicy None { get; } = new(0, TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>The wait before a retry: exponential, with up to half of it added at random, so that a herd disperses.</summary>
    /// <param name="retry">The number of the retry, from 1.</param>
    /// <param name="jitter">A random number from 0 to 1.</param>
    /// <param name="retryAfter">How long the service wants to be left alone; null when it did not say.</param>
    /// <returns>The wait.</returns>
    internal TimeSpan Wait(int retry, double jitter, TimeSpan? retryAfter)
    {
        double factor = Math.Pow(2, retry - 1) * (1 + (jitter / 2));
        var backOff = TimeSpan.FromSeconds(Math.Min(Interval.TotalSeconds * factor, TotalTime.TotalSeconds));
        return retryAfter > backOff ? retryAfter.Value : backOff;
    }

    /// <summary>Whether a fault may pass by itself. A refusal never does.</summary>
    /// <param name="fault">The fault.</param>
    internal static bool MayPass(NaccsException fault) => fault.ErrorId
        is ErrorId.ConnectionFailed or ErrorId.ConnectionTimedOut or ErrorId.ProxyUnreachable or ErrorId.ProxyResponseUnreadable
            or ErrorId.ServiceUnavailable or ErrorId.ResponseUnreadable;
}
