namespace NaccsCert.TestSupport.Reporting;

/// <summary>A column of a <see cref="ResultTable"/>.</summary>
/// <param name="Title">The heading.</param>
/// <param name="IsNumber">Whether the cells are aligned to the right.</param>
/// <param name="MaxWidth">The width, in characters, beyond which cells are cut.</param>
internal sealed record TableColumn(string Title, bool IsNumber = false, int MaxWidth = int.MaxValue);
