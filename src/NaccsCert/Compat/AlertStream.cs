#if NET
using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.Compat;

/// <summary>
/// A TLS connection on which a write that fails looks for the reason in what the server has sent. In TLS 1.3 a server says after the
/// handshake that it refuses the client certificate, and closes; a request that is on its way by then meets a closed connection, and
/// the alert would stay unread.
/// </summary>
/// <param name="inner">The TLS connection.</param>
internal sealed class AlertStream(Stream inner) : DelegatingStream(inner)
{
    /// <inheritdoc/>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            await base.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // An alert comes as an exception.
            await ReadAsync(new byte[1], cancellationToken).ConfigureAwait(false);
            throw;
        }
    }
}
#endif
