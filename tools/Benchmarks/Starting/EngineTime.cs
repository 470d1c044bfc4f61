using System;

namespace NaccsCert.Benchmarks.Starting;

/// <summary>How long one process with a PowerShell engine took.</summary>
/// <param name="Process">From the start of the process to its end.</param>
/// <param name="Script">In it, from before the import to after the first call.</param>
internal sealed record EngineTime(TimeSpan Process, TimeSpan Script);
