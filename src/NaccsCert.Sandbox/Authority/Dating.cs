using System;
using NaccsCert.Sandbox.Behavior;
using NaccsCert.Sandbox.Policy;

namespace NaccsCert.Sandbox.Authority;

/// <summary>Finds the dates of a certificate.</summary>
/// <param name="behavior">By which rules.</param>
/// <param name="validity">How long it is valid.</param>
internal sealed class Dating(DatingBehavior behavior, IsoDuration validity)
{
    /// <summary>A client whose clock is this much behind can use its certificate at once.</summary>
    private static readonly TimeSpan ClockLeeway = TimeSpan.FromMinutes(1);

    /// <summary>The dates of a certificate that is issued now.</summary>
    /// <param name="now">The time.</param>
    /// <param name="predecessor">The dates of the certificate that it renews; null for a first one.</param>
    public CertificatePeriod At(DateTimeOffset now, CertificatePeriod? predecessor)
    {
        DateTimeOffset notBefore = NotBefore(now, predecessor);
        DateTimeOffset notAfter = behavior.NotAfter == NotAfterRule.Predecessor && predecessor is { } renewed
            ? renewed.NotAfter
            : validity.After(notBefore);
        return new CertificatePeriod(notBefore, notAfter);
    }

    private DateTimeOffset NotBefore(DateTimeOffset now, CertificatePeriod? predecessor)
    {
        switch (behavior.NotBefore)
        {
            case NotBeforeRule.Predecessor when predecessor is { } renewed:
                return renewed.NotBefore;
            case NotBeforeRule.Midnight:
                return WholeSeconds(behavior.Ahead.After(new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero)));
            default:
                // A renewal begins later than what it renews, even within a second.
                DateTimeOffset notBefore = WholeSeconds(behavior.Ahead.After(now - ClockLeeway));
                return predecessor?.NotBefore >= notBefore ? predecessor.Value.NotBefore.AddSeconds(1) : notBefore;
        }
    }

    // A certificate has no fractions of seconds.
    private static DateTimeOffset WholeSeconds(DateTimeOffset moment) => DateTimeOffset.FromUnixTimeSeconds(moment.ToUnixTimeSeconds());
}
