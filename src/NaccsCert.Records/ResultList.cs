using System.Collections.Generic;
using System.Collections.ObjectModel;

namespace NaccsCert;

/// <summary>
/// A list in a result. Where a result becomes one line of text, as with <c>Export-Csv</c> or a job, the list is read as text, and a
/// name of a type would say nothing.
/// </summary>
/// <param name="items">The items; copied, so that what was put out stays as it was.</param>
internal sealed class ResultList<T>(IEnumerable<T> items) : ReadOnlyCollection<T>([.. items])
{
    /// <summary>All items, each as text.</summary>
    public override string ToString() => string.Join("; ", this);
}
