using System.Collections.Generic;

namespace NaccsCert.Benchmarks.Measuring;

/// <summary>What one group of benchmarks has found.</summary>
/// <param name="Rows">Its rows of the table.</param>
/// <param name="Lines">What has no reference, or explains a row.</param>
internal sealed record Findings(IReadOnlyList<Comparison> Rows, IReadOnlyList<string> Lines);
