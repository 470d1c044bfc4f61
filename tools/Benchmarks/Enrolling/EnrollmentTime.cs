using System;
using System.Collections.Generic;

namespace NaccsCert.Benchmarks.Enrolling;

/// <summary>How long one enrollment took, from codes to certificate.</summary>
/// <param name="Total">All of it.</param>
/// <param name="Key">Of that, the making of the key, and the keeping where it is kept.</param>
/// <param name="JournalWrites">Of that, each write of the journal; none where there is no journal.</param>
/// <param name="Phases">What it was spent on, in order.</param>
internal sealed record EnrollmentTime(
    TimeSpan Total, TimeSpan Key, IReadOnlyList<TimeSpan> JournalWrites, IReadOnlyList<Phase> Phases);

/// <summary>A part of an enrollment.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Time">How long it took.</param>
/// <param name="Wire">How much of that was spent on HTTP exchanges.</param>
internal sealed record Phase(string Name, TimeSpan Time, TimeSpan Wire);
