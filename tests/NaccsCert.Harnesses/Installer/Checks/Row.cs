using System;
using NaccsCert.TestSupport.Reporting;

namespace NaccsCert.Harnesses.Installer.Checks;

/// <summary>What was to be seen, and what was.</summary>
/// <param name="Step">What was done.</param>
/// <param name="Name">What was looked at.</param>
/// <param name="Expected">What was to be seen.</param>
/// <param name="Seen">What was.</param>
internal sealed record Row(string Step, string Name, string Expected, string Seen)
{
    /// <summary>Compares the two.</summary>
    public CheckResult ToCheck() => new(
        [Step, Name, Seen.ReplaceLineEndings(" ")],
        string.Equals(Seen, Expected, StringComparison.Ordinal),
        [$"expected {Expected}", $"but was  {Seen}"]);
}
