using System;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.TestSupport.Relays;

/// <summary>Decides what a relay does with the bytes of a connection.</summary>
internal interface IRelayFilter
{
    /// <summary>Decides about bytes that have arrived. It is called for both directions at once.</summary>
    /// <param name="direction">Where they are going.</param>
    /// <param name="chunk">The bytes, which may be changed in place.</param>
    /// <param name="cancellationToken">Is cancelled when the connection ends.</param>
    ValueTask<RelayedChunk> FilterAsync(RelayDirection direction, Memory<byte> chunk, CancellationToken cancellationToken);
}
