using System;
using NaccsCert.Reasons;

namespace NaccsCert.Connectivity;

/// <summary>How far this computer's clock may be off before validity and TLS suffer.</summary>
internal static class ClockSkewPolicy
{
    private static readonly TimeSpan Tolerated = TimeSpan.FromMinutes(5);

    /// <summary>Judges a clock skew.</summary>
    /// <param name="name">The name of the check.</param>
    /// <param name="skew">The service's clock minus this one; null when the service did not tell.</param>
    public static Check Judge(string name, TimeSpan? skew) => skew switch
    {
        null => new Check(name, Verdict.Skipped, ReasonText.Of(ReasonId.ClockUnknown)),
        { } off when off.Duration() > Tolerated =>
            new Check(name, Verdict.Warning, ReasonText.Of(ReasonId.ClockSkewed, Math.Round(off.TotalMinutes))),
        _ => new Check(name, Verdict.Passed, ReasonText.Of(ReasonId.ClockInStep)),
    };
}
