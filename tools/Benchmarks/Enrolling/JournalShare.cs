using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Benchmarks.Measuring;

namespace NaccsCert.Benchmarks.Enrolling;

/// <summary>What it costs to keep the journal: each write of an enrollment beside the whole of the same enrollment.</summary>
internal static class JournalShare
{
    /// <summary>The mean write of each enrollment, with its flush, and the enrollment.</summary>
    /// <param name="pairs">What was measured.</param>
    public static IReadOnlyList<Pair<TimeSpan>> PerWrite(IReadOnlyList<Pair<EnrollmentTime>> pairs) =>
        [.. pairs.Select(pair => new Pair<TimeSpan>(All(pair.Subject) / pair.Subject.JournalWrites.Count, pair.Subject.Total))];

    /// <summary>All writes of each enrollment, with their flushes, and the enrollment.</summary>
    /// <param name="pairs">What was measured.</param>
    public static IReadOnlyList<Pair<TimeSpan>> OfAll(IReadOnlyList<Pair<EnrollmentTime>> pairs) =>
        [.. pairs.Select(pair => new Pair<TimeSpan>(All(pair.Subject), pair.Subject.Total))];

    private static TimeSpan All(EnrollmentTime time) => new(time.JournalWrites.Sum(write => write.Ticks));
}
