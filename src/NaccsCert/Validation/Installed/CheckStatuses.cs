using System.Collections.Generic;
using System.Linq;
using NaccsCert.Resources;

namespace NaccsCert.Validation.Installed;

/// <summary>CheckStatuses taken together.</summary>
internal static class CheckStatuses
{
    /// <summary>The worst verdict of the checks that were made.</summary>
    public static CheckStatus Worst(IReadOnlyCollection<Check> checks) =>
        checks.Any(check => check.Status == CheckStatus.Failed) ? CheckStatus.Failed
        : checks.Any(check => check.Status == CheckStatus.Warning) ? CheckStatus.Warning
        : CheckStatus.Passed;

    /// <summary>The place of a verdict where results are listed: the worst comes first, and what was not checked before what is in order.</summary>
    public static int Rank(CheckStatus status) => status switch
    {
        CheckStatus.Failed => 0,
        CheckStatus.Warning => 1,
        CheckStatus.Skipped => 2,
        _ => 3,
    };

    /// <summary>What the worst check found; that all is in order where nothing is amiss.</summary>
    public static string Reason(IReadOnlyCollection<Check> checks)
    {
        CheckStatus worst = Worst(checks);
        return worst == CheckStatus.Passed
            ? Strings.Format(StringId.AllPassed)
            : checks.First(check => check.Status == worst).Detail;
    }
}
