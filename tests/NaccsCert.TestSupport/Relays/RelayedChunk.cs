using System;

namespace NaccsCert.TestSupport.Relays;

/// <summary>What a relay does with bytes that have arrived.</summary>
/// <param name="Before">The bytes to pass on at once.</param>
internal sealed record RelayedChunk(ReadOnlyMemory<byte> Before)
{
    /// <summary>The time for which nothing is passed on afterwards.</summary>
    public TimeSpan Pause { get; init; }

    /// <summary>The bytes to pass on after the pause, if the connection stays open.</summary>
    public ReadOnlyMemory<byte> After { get; init; }

    /// <summary>What is done to the connection after the pause.</summary>
    public RelayEnding Ending { get; init; }

    /// <summary>The time after which the connection is reset when nothing more arrives; null for never.</summary>
    public TimeSpan? QuietLimit { get; init; }
}
