using System.Collections.Generic;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Messages;

namespace NaccsCert.Transport;

/// <summary>
/// Which servers may see the client certificate: those whose chain was accepted. TLS 1.3 asks for it before the chain can be
/// evaluated, so a server that is not known yet gets none, and is connected to again once it is accepted. In TLS 1.2 the chain is
/// read on the way (<see cref="ServerHandshake"/>), as some servers end a handshake without a client certificate there.
/// </summary>
internal sealed class ClientCertificateOffer
{
    private readonly object _gate = new();
    private readonly HashSet<string> _accepted = [];
    private bool _isWithheld;

    /// <summary>Notes a server whose chain was accepted.</summary>
    public void Accept(X509Certificate2 server)
    {
        lock (_gate)
        {
            _accepted.Add(Fingerprint.Sha256(server.RawData));
        }
    }

    /// <summary>Whether a server may see the certificate.</summary>
    public bool Allows(X509Certificate server)
    {
        lock (_gate)
        {
            bool isAccepted = _accepted.Contains(Fingerprint.Sha256(server.GetRawCertData()));
            _isWithheld |= !isAccepted;
            return isAccepted;
        }
    }

    /// <summary>Ends a connection on which the certificate was asked for and withheld.</summary>
    /// <exception cref="ClientCertificateWithheldException">It was.</exception>
    public void ThrowIfWithheld()
    {
        lock (_gate)
        {
            if (_isWithheld)
            {
                _isWithheld = false;
                throw new ClientCertificateWithheldException();
            }
        }
    }

    /// <summary>Forgets what became of an earlier connection.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _isWithheld = false;
        }
    }
}
