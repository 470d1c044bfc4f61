using System;
using NaccsCert.TestSupport.Reporting;

namespace NaccsCert.Harnesses.Wine.Checks;

/// <summary>The outcome of a check.</summary>
/// <param name="Check">The check.</param>
/// <param name="Seen">What it gave.</param>
/// <param name="Messages">The messages of its errors.</param>
internal sealed record Finding(GuestCheck Check, string Seen, string Messages)
{
    /// <summary>Compares the outcome with the expected one.</summary>
    public CheckResult ToCheck() => new(
        [Check.Area, Check.Name, Seen],
        string.Equals(Seen, Check.Expected, StringComparison.Ordinal),
        [$"expected {Check.Expected}", $"but was  {Seen}", Messages]);
}
