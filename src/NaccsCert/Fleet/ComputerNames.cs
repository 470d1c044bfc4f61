using System;
using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.Fleet;

/// <summary>Tells which computers of a list have reported, whether the list has short names or full ones.</summary>
internal static class ComputerNames
{
    // Of a longer name Windows has these characters, in upper case, as the NetBIOS name that computers report.
    private const int NetBiosLength = 15;

    /// <summary>The computers that are expected and have not reported.</summary>
    /// <param name="expected">Names from an inventory: short or with a domain, in any case, some perhaps twice or blank.</param>
    /// <param name="reported">Names as computers report them.</param>
    /// <returns>These names, each once, in the order of the list.</returns>
    public static IReadOnlyList<string> Missing(IEnumerable<string> expected, IEnumerable<string> reported)
    {
        var known = new HashSet<string>(reported.Select(KeyOf), StringComparer.OrdinalIgnoreCase);
        return [.. expected.Select(name => name.Trim()).Where(name => name.Length > 0 && known.Add(KeyOf(name)))];
    }

    private static string KeyOf(string name)
    {
        string first = name.Split('.')[0];
        return first.Length > NetBiosLength ? first.Substring(0, NetBiosLength) : first;
    }
}
