using System.Collections.Generic;
using System.Linq;
using NaccsCert.Reasons;

namespace NaccsCert.Checks;

/// <summary>Verdicts taken together.</summary>
internal static class Verdicts
{
    /// <summary>The worst verdict of the checks that were made.</summary>
    public static Verdict Worst(IReadOnlyCollection<Check> checks) =>
        checks.Any(check => check.Verdict == Verdict.Failed) ? Verdict.Failed
        : checks.Any(check => check.Verdict == Verdict.Warning) ? Verdict.Warning
        : Verdict.Passed;

    /// <summary>What the worst check found; that all is in order where nothing is amiss.</summary>
    public static string Reason(IReadOnlyCollection<Check> checks)
    {
        Verdict worst = Worst(checks);
        return worst == Verdict.Passed
            ? ReasonText.Of(ReasonId.AllPassed)
            : checks.First(check => check.Verdict == worst).Detail;
    }
}
