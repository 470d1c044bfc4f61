namespace NaccsCert.Support;

/// <summary>A file of the support bundle, or why it is not there.</summary>
/// <param name="Part">What was to be read.</param>
/// <param name="Content">Its content without secrets; null when it could not be had.</param>
/// <param name="Reason">Why it could not be had, in the language of the session; null when it is there.</param>
internal sealed record CollectedPart(SupportPart Part, byte[]? Content, string? Reason);
