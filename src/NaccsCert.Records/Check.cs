namespace NaccsCert;

/// <summary>One thing that was looked at, and what was found.</summary>
/// <param name="Name">A stable English name, for scripts.</param>
/// <param name="Verdict">What was found.</param>
/// <param name="Detail">What was found, in the language of the session.</param>
public sealed record Check(string Name, Verdict Verdict, string Detail);
