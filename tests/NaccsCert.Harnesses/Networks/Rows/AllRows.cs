using System.Collections.Generic;

namespace NaccsCert.Harnesses.Networks.Rows;

/// <summary>All rows of the table.</summary>
internal static class AllRows
{
    /// <summary>Lists them. What takes long by its nature begins first.</summary>
    public static IEnumerable<Row> List() => [.. BrokenRows.List(), .. DirectRows.List(), .. BasicRows.List(), .. NtlmRows.List(), .. InspectingRows.List()];
}
