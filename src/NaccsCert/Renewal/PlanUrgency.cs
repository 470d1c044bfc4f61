using System.Collections.Generic;

namespace NaccsCert.Renewal;

/// <summary>
/// The order in which plans are listed: first what the user has to do, then what happens by itself. What is equally urgent comes by
/// terminal, then by the end of its validity.
/// </summary>
internal sealed class PlanUrgency : IComparer<RenewalPlan>
{
    /// <summary>The one order.</summary>
    public static PlanUrgency Comparer { get; } = new();

    /// <inheritdoc/>
    public int Compare(RenewalPlan? x, RenewalPlan? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        // The statuses are declared from the least urgent to the most. By number: sorting by an enumeration is compiled anew in each process.
        int order = ((int)y.Status).CompareTo((int)x.Status);
        if (order == 0)
        {
            order = string.CompareOrdinal(x.Terminal, y.Terminal);
        }

        return order == 0 ? x.NotAfter.CompareTo(y.NotAfter) : order;
    }
}
