using System;
using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.Benchmarks.Measuring;

/// <summary>One row of the report: how many times the reference's time the subject takes.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Target">The largest ratio that is good; null where the row only informs.</param>
/// <param name="Subjects">The subject's times in milliseconds, one a pair.</param>
/// <param name="References">The reference's times in milliseconds, in the same order.</param>
internal sealed record Comparison(
    string Name, double? Target, IReadOnlyList<double> Subjects, IReadOnlyList<double> References)
{
    private IEnumerable<double> Ratios => Subjects.Zip(References, (subject, reference) => subject / reference);

    /// <summary>The median of the ratios of the pairs, which is held against the target.</summary>
    public double Ratio => Median.Of(Ratios);

    /// <summary>The smallest ratio of a pair.</summary>
    public double Smallest => Ratios.Min();

    /// <summary>The largest ratio of a pair.</summary>
    public double Largest => Ratios.Max();

    /// <summary>The ratio of the sums: the second opinion where single times vary by luck, as those of RSA keys do.</summary>
    public double RatioOfSums => Subjects.Sum() / References.Sum();

    /// <summary>Whether the target is met; null where there is none.</summary>
    public bool? IsMet => Target is { } target ? Ratio <= target : null;

    /// <summary>Makes a row of what the pairs have measured.</summary>
    /// <param name="name">What was measured.</param>
    /// <param name="target">The largest ratio that is good; null where the row only informs.</param>
    /// <param name="pairs">The pairs.</param>
    /// <param name="time">Which of the measured times the row is about.</param>
    public static Comparison Of<T>(string name, double? target, IReadOnlyList<Pair<T>> pairs, Func<T, TimeSpan> time) =>
        new(
            name,
            target,
            [.. pairs.Select(pair => time(pair.Subject).TotalMilliseconds)],
            [.. pairs.Select(pair => time(pair.Reference).TotalMilliseconds)]);
}
