namespace NaccsCert.TestSupport;

/// <summary>The one-time codes of one logical terminal, as the sandbox knows them.</summary>
/// <param name="Terminal">The logical terminal name.</param>
/// <param name="Code1">The first code.</param>
/// <param name="Code2">The second code.</param>
/// <param name="Code3">The third code.</param>
public sealed record CodeSet(string Terminal, string Code1, string Code2, string Code3);
