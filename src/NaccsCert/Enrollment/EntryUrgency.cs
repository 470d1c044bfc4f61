using System;
using System.Collections.Generic;
using NaccsCert.Enrollment.Journal;

namespace NaccsCert.Enrollment;

/// <summary>
/// The order in which unfinished enrollments are listed: first what the service has issued and nobody can use yet, then what can be
/// resumed, what waits for the service, and what cannot be read. What is equally urgent comes in the order in which it began.
/// </summary>
/// <param name="now">The present moment.</param>
internal sealed class EntryUrgency(DateTimeOffset now) : IComparer<JournalRecord>
{
    /// <inheritdoc/>
    public int Compare(JournalRecord? x, JournalRecord? y)
    {
        int order = Rank(x?.Entry).CompareTo(Rank(y?.Entry));
        if (order == 0 && x?.Entry is { } one && y?.Entry is { } other)
        {
            order = one.Created.CompareTo(other.Created);
        }

        return order == 0 ? string.CompareOrdinal(x?.Id, y?.Id) : order;
    }

    private int Rank(JournalEntry? entry)
    {
        if (entry is null)
        {
            return 3;
        }

        return entry.State >= EnrollmentStage.Issued ? 0
            : entry.NextAttempt > now ? 2
            : 1;
    }
}
