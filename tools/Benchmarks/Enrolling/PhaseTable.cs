using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Benchmarks.Measuring;

namespace NaccsCert.Benchmarks.Enrolling;

/// <summary>What enrollments spent their time on: a line for each side, in median milliseconds.</summary>
internal static class PhaseTable
{
    /// <summary>One line for the library and one for the bare client.</summary>
    /// <param name="name">The kind of key.</param>
    /// <param name="pairs">What was measured.</param>
    public static IEnumerable<string> Lines(string name, IReadOnlyList<Pair<EnrollmentTime>> pairs)
    {
        yield return $"{name}, library: {Line([.. pairs.Select(pair => pair.Subject)])}";
        yield return $"{name}, bare:    {Line([.. pairs.Select(pair => pair.Reference)])}";
    }

    private static string Line(EnrollmentTime[] times) =>
        string.Join(", ", times[0].Phases.Select((phase, index) => Cell(phase.Name, [.. times.Select(time => time.Phases[index])])));

    private static string Cell(string name, Phase[] phases)
    {
        string time = Middle(phases, phase => phase.Time);
        return phases[0].Wire > TimeSpan.Zero ? $"{name} {time} (wire {Middle(phases, phase => phase.Wire)})" : $"{name} {time}";
    }

    private static string Middle(Phase[] phases, Func<Phase, TimeSpan> time) =>
        Table.Milliseconds(Median.Of(phases.Select(phase => time(phase).TotalMilliseconds)));
}
