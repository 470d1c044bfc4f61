namespace NaccsCert.Browsers;

/// <summary>What is set in one place of the policy, whatever it is.</summary>
/// <param name="List">The list that it is part of: a key of the registry, or a file.</param>
/// <param name="Location">Where it is, for people.</param>
/// <param name="Text">What is set; null where that is no text.</param>
internal sealed record FoundEntry(string List, string Location, string? Text)
{
    /// <summary>The name of the value in the registry; null in a file.</summary>
    public string? Name { get; init; }
}
