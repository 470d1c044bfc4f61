using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.PowerShell.Text;

/// <summary>What is told of things that are left out, when there may be thousands of them.</summary>
internal static class LeftOutText
{
    private const int Max = 20;

    /// <summary>Gives the first texts, and one that says how many more there are.</summary>
    /// <param name="leftOut">What is left out, and why.</param>
    /// <param name="more">Tells of the others, by their number.</param>
    public static IEnumerable<string> First(IReadOnlyCollection<string> leftOut, MessageId more) =>
        leftOut.Count > Max
            ? leftOut.Take(Max).Append(CommandText.Format(more, leftOut.Count - Max))
            : leftOut;
}
