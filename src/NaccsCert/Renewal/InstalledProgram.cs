namespace NaccsCert.Renewal;

/// <summary>A program by its uninstall entry, whoever wrote that.</summary>
/// <param name="DisplayName">Its name.</param>
/// <param name="DisplayVersion">Its version; null where the entry has none.</param>
internal sealed record InstalledProgram(string DisplayName, string? DisplayVersion);
