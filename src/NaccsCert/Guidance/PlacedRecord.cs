namespace NaccsCert.Guidance;

/// <summary>A record that a command has put out.</summary>
/// <param name="Record">The record.</param>
/// <param name="Place">Where it comes from.</param>
internal sealed record PlacedRecord(object Record, CommandPlace Place);
