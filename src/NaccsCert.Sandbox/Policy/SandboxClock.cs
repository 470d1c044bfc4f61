using System;

namespace NaccsCert.Sandbox.Policy;

/// <summary>The time that the sandbox believes in: the machine's clock, shifted by a fixed offset.</summary>
/// <param name="offset">How far this clock is ahead of the machine's.</param>
internal sealed class SandboxClock(TimeSpan offset) : TimeProvider
{
    public TimeSpan Offset { get; } = offset;

    /// <summary>A clock that shows <paramref name="now"/> at this moment, or the machine's time for null.</summary>
    public static SandboxClock Showing(DateTimeOffset? now) =>
        new(now is { } moment ? moment - System.GetUtcNow() : TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;
}
