using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.Checks;

/// <summary>Verdicts taken together.</summary>
internal static class Verdicts
{
    /// <summary>The worst verdict of the checks that were made.</summary>
    public static Verdict Worst(IReadOnlyCollection<Check> checks) =>
        checks.Any(check => check.Verdict == Verdict.Failed) ? Verdict.Failed
        : checks.Any(check => check.Verdict == Verdict.Warning) ? Verdict.Warning
        : Verdict.Passed;
}
