using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Benchmarks.Measuring;

namespace NaccsCert.Benchmarks.Enrolling;

/// <summary>
/// Gives both sides the same luck. An RSA key is found by trial, in anything from a third to three times the usual
/// time, which is most of an enrollment: between two sides that do the same, single pairs would differ fourfold.
/// </summary>
internal static class KeyLuck
{
    /// <summary>Puts the usual time of finding a key in the place of each time that it took.</summary>
    /// <param name="pairs">Enrollments with RSA keys.</param>
    /// <param name="keeping">What the library needs to keep a key, which stays in its times.</param>
    /// <returns>The enrollments' times, in the same order.</returns>
    public static IReadOnlyList<Pair<TimeSpan>> Level(IReadOnlyList<Pair<EnrollmentTime>> pairs, TimeSpan keeping)
    {
        TimeSpan usual = Middle(pairs.SelectMany(pair => new[] { pair.Subject.Key - keeping, pair.Reference.Key }));
        return
        [
            .. pairs.Select(pair => new Pair<TimeSpan>(
                pair.Subject.Total - pair.Subject.Key + keeping + usual,
                pair.Reference.Total - pair.Reference.Key + usual)),
        ];
    }

    /// <summary>What the library needs to keep a key: what it takes longer where finding the key takes no time.</summary>
    /// <param name="pairs">Enrollments with elliptic curve keys.</param>
    public static TimeSpan Keeping(IReadOnlyList<Pair<EnrollmentTime>> pairs) =>
        Middle(pairs.Select(pair => pair.Subject.Key - pair.Reference.Key));

    private static TimeSpan Middle(IEnumerable<TimeSpan> times) =>
        TimeSpan.FromMilliseconds(Median.Of(times.Select(time => time.TotalMilliseconds)));
}
