using System.Collections.Generic;
using Xunit;

namespace NaccsCert.Module.Tests.Help;

/// <summary>What is wrong with the help, told all at once: a page is seldom wrong in one place alone.</summary>
internal sealed class Findings
{
    private readonly List<string> _all = [];

    /// <summary>Notes a finding where something does not hold.</summary>
    /// <param name="holds">Whether it holds.</param>
    /// <param name="finding">What to tell when it does not.</param>
    public void Expect(bool holds, string finding)
    {
        if (!holds)
        {
            _all.Add(finding);
        }
    }

    /// <summary>Notes what only one of two lists has.</summary>
    /// <param name="expected">What there is to be.</param>
    /// <param name="actual">What there is.</param>
    /// <param name="of">What the lists are of.</param>
    public void ExpectSame(IEnumerable<string> expected, IEnumerable<string> actual, string of)
    {
        var missing = new HashSet<string>(expected);
        var surplus = new HashSet<string>(actual);
        missing.ExceptWith(surplus);
        surplus.ExceptWith(expected);
        Expect(missing.Count == 0, $"{of}: missing: {string.Join(", ", missing)}");
        Expect(surplus.Count == 0, $"{of}: not there: {string.Join(", ", surplus)}");
    }

    /// <summary>Fails where there is a finding.</summary>
    public void AssertNone() => Assert.True(_all.Count == 0, string.Join('\n', _all));
}
