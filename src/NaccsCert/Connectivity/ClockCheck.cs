using System;
using NaccsCert.Reasons;
using NaccsCert.Time;

namespace NaccsCert.Connectivity;

/// <summary>This computer's clock against a host's.</summary>
internal static class ClockCheck
{
    /// <summary>Judges a clock skew.</summary>
    /// <param name="name">The name of the check.</param>
    /// <param name="skew">The host's clock minus this one; null when the host did not tell.</param>
    public static Check Judge(string name, TimeSpan? skew) =>
        skew is not { } off ? new Check(name, Verdict.Skipped, ReasonText.Of(ReasonId.ClockUnknown))
        : ClockSkew.IsTooMuch(off) ? new Check(name, Verdict.Warning, ReasonText.Of(ReasonId.ClockSkewed, Math.Round(off.TotalMinutes)))
        : new Check(name, Verdict.Passed, ReasonText.Of(ReasonId.ClockInStep));
}
