using System.Collections.Generic;

namespace NaccsCert.TestSupport.Reporting;

/// <summary>The result of one check of a harness.</summary>
/// <param name="Cells">Its row in the table.</param>
/// <param name="HasPassed">Whether the outcome is the expected one.</param>
/// <param name="Details">What is printed below the table when it is not, line by line.</param>
internal sealed record CheckResult(IReadOnlyList<string> Cells, bool HasPassed, IReadOnlyList<string> Details);
