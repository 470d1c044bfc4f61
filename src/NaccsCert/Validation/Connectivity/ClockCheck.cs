using System;
using NaccsCert.Resources;
using NaccsCert.Time;

namespace NaccsCert.Validation.Connectivity;

/// <summary>This computer's clock against a host's.</summary>
internal static class ClockCheck
{
    /// <summary>Evaluates a clock skew.</summary>
    /// <param name="name">The name of the check.</param>
    /// <param name="skew">The host's clock minus this one; null when the host did not tell.</param>
    public static Check Evaluate(string name, TimeSpan? skew) =>
        skew is not { } off ? new Check(name, CheckStatus.Skipped, Strings.Format(StringId.ClockUnknown))
        : ClockSkew.IsTooMuch(off) ? new Check(name, CheckStatus.Warning, Strings.Format(StringId.ClockSkewed, ClockSkew.Text(off)))
        : new Check(name, CheckStatus.Passed, Strings.Format(StringId.ClockInStep));
}
