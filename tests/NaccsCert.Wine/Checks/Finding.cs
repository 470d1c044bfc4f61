using System;

namespace NaccsCert.Wine.Checks;

/// <summary>What came of a check.</summary>
/// <param name="Check">The check.</param>
/// <param name="Seen">What it gave.</param>
/// <param name="Messages">The messages of its errors.</param>
internal sealed record Finding(Check Check, string Seen, string Messages)
{
    /// <summary>Whether it gave what it was to give.</summary>
    public bool IsAsExpected => string.Equals(Seen, Check.Expected, StringComparison.Ordinal);
}
