using System;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.TestSupport.Relays;

/// <summary>Passes all bytes on as they are.</summary>
internal sealed class PassAll : IRelayFilter
{
    /// <summary>The only instance.</summary>
    public static PassAll Instance { get; } = new();

    /// <inheritdoc/>
    public ValueTask<RelayedChunk> FilterAsync(RelayDirection direction, Memory<byte> chunk, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new RelayedChunk(chunk));
}
