namespace NaccsCert.Guidance;

/// <summary>A command to type, with the place that it has to be told.</summary>
/// <param name="Name">The name of the command.</param>
/// <param name="Service">The service definition; null for none to be named.</param>
/// <param name="StoreName">The store; null for none to be named.</param>
internal sealed record NextCommand(string Name, string? Service = null, string? StoreName = null);
