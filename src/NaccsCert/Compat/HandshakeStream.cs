#if NET
using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.Compat;

/// <summary>
/// A connection, below TLS, that shows what the server sends of its handshake. The certificates that a server sends along are told
/// by .NET only after the handshake, in which a client certificate is asked for.
/// </summary>
/// <param name="inner">The connection.</param>
/// <param name="take">Takes what the server sends, until it gives false.</param>
internal sealed class HandshakeStream(Stream inner, Func<byte[], bool> take) : DelegatingStream(inner)
{
    // The content type of handshake records (RFC 8446, section 5.1). What is said to a proxy before TLS begins with a letter.
    private const byte Handshake = 22;

    private bool _hasBegun;
    private bool _hasEnded;

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await base.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (_hasBegun && !_hasEnded && read > 0)
        {
            _hasEnded = !take(buffer[..read].ToArray());
        }

        return read;
    }

    /// <inheritdoc/>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _hasBegun |= !buffer.IsEmpty && buffer.Span[0] == Handshake;
        return base.WriteAsync(buffer, cancellationToken);
    }
}
#endif
