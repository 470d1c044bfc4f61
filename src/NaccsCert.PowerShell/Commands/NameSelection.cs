using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace NaccsCert.PowerShell.Commands;

/// <summary>
/// Picks things by name, as PowerShell users name things: with wildcards. A wildcard that matches nothing is an empty answer; an
/// exact name that matches nothing is an error.
/// </summary>
/// <param name="names">The names that the user gave.</param>
internal sealed class NameSelection(IReadOnlyList<string> names)
{
    private readonly WildcardPattern[] _patterns = [.. names.Select(name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase))];
    private readonly bool[] _matched = new bool[names.Count];

    /// <summary>Whether one of the names means this one.</summary>
    public bool Matches(string name)
    {
        bool matches = false;
        for (int index = 0; index < _patterns.Length; index++)
        {
            bool isMeant = _patterns[index].IsMatch(name);
            _matched[index] |= isMeant;
            matches |= isMeant;
        }

        return matches;
    }

    /// <summary>The exact names that have matched nothing so far.</summary>
    public IEnumerable<string> Unmatched() =>
        names.Where((name, index) => !_matched[index] && !WildcardPattern.ContainsWildcardCharacters(name));
}
