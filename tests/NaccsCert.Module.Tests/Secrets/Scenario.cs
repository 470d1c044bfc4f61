namespace NaccsCert.Module.Tests.Secrets;

/// <summary>A command that is given secrets, or works among them.</summary>
/// <param name="Script">Its text, over the variables of <see cref="SecretWorld"/>.</param>
/// <param name="ErrorId">How it fails; null when it succeeds.</param>
public sealed record Scenario(string Script, string? ErrorId = null);
