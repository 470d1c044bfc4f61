using System;

namespace NaccsCert.Terminals;

/// <summary>A terminal of a list of what was ordered.</summary>
/// <param name="Name">Its name, as the list has it.</param>
/// <param name="Issued">The day on which its certificate was issued, in Japan; null where the list does not say.</param>
/// <param name="Ordered">The day on which it was ordered, in Japan; null where the list does not say.</param>
/// <param name="Path">The list.</param>
/// <param name="Row">The row of the list, from 1, with its headings.</param>
internal sealed record OrderedTerminal(string Name, DateTime? Issued, DateTime? Ordered, string Path, int Row)
{
    /// <summary>The day from which the time until the suspension is counted; null where the list has none.</summary>
    public DateTime? Counted => Issued ?? Ordered;
}
