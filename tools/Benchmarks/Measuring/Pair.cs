namespace NaccsCert.Benchmarks.Measuring;

/// <summary>What one round measured.</summary>
/// <param name="Subject">Of what is judged.</param>
/// <param name="Reference">Of what it is held against, measured right after it.</param>
internal sealed record Pair<T>(T Subject, T Reference);
