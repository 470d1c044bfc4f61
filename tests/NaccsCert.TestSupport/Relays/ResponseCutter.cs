using System;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.TestSupport.Relays;

/// <summary>
/// Loses a response: closes the connection when its first byte arrives, so that the service has done its work and the client
/// never learns of it.
/// </summary>
internal sealed class ResponseCutter
{
    private int _responsesUntilCut = int.MaxValue;

    /// <summary>Loses a response.</summary>
    /// <param name="number">Which of the coming responses, from 1.</param>
    public void LoseResponse(int number) => Volatile.Write(ref _responsesUntilCut, number);

    /// <summary>Makes the filter of one connection.</summary>
    public IRelayFilter NewFilter() => new Filter(this);

    private bool LosesNext() => Interlocked.Decrement(ref _responsesUntilCut) == 0;

    private sealed class Filter(ResponseCutter cutter) : IRelayFilter
    {
        private bool _clientSpokeLast = true;

        // HTTP/1.1 takes turns, so a response begins with the first bytes after the last ones of the client.
        public ValueTask<RelayedChunk> FilterAsync(RelayDirection direction, Memory<byte> chunk, CancellationToken cancellationToken)
        {
            bool begins = direction == RelayDirection.Down && _clientSpokeLast;
            _clientSpokeLast = direction == RelayDirection.Up;
            return ValueTask.FromResult(begins && cutter.LosesNext()
                ? new RelayedChunk(default) { Ending = RelayEnding.Close }
                : new RelayedChunk(chunk));
        }
    }
}
