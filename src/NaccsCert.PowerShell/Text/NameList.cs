using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.PowerShell.Text;

/// <summary>Names in a sentence: not more of them than people read.</summary>
internal static class NameList
{
    private const string More = ", ...";

    /// <summary>Writes the first names, and that there are more.</summary>
    /// <param name="names">The names.</param>
    /// <param name="max">How many are written at most.</param>
    public static string Of<T>(IReadOnlyCollection<T> names, int max) =>
        string.Join(", ", names.Take(max)) + (names.Count > max ? More : string.Empty);
}
