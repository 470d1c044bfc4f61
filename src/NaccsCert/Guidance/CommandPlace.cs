namespace NaccsCert.Guidance;

/// <summary>Where a command has worked, as far as the command after it has to be told.</summary>
/// <param name="Service">The service definition as the user names it; null for the one that is used without a name.</param>
/// <param name="StoreName">The store of the current user; null for the one that is used without a name.</param>
/// <param name="IsNarrowed">Whether the user named certificates: the next command is then about no others.</param>
internal sealed record CommandPlace(string? Service, string? StoreName, bool IsNarrowed);
