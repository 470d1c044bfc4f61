using NaccsCert.Sandbox.Policy;

namespace NaccsCert.Sandbox.Behavior;

/// <summary>How requests are turned away for a while, whatever the protocol.</summary>
internal sealed record RefusalBehavior
{
    /// <summary>How many requests that bring a CSR fail before the first is looked at.</summary>
    public int FailFirst { get; init; }

    /// <summary>With which status they fail.</summary>
    public int FailStatus { get; init; } = 500;

    /// <summary>What Retry-After says instead of the truth: "" for no such header, null for the truth.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>How many wrong code sets an address may send within <see cref="GuessWindow"/>; 0 for any number.</summary>
    public int GuessLimit { get; init; }

    public IsoDuration GuessWindow { get; init; } = IsoDuration.Parse("PT1M");
}
