using System;
using System.Collections.Generic;
using System.Net;

namespace NaccsCert.Transport;

/// <summary>
/// The credentials that proxies have accepted, each for its proxy only. They are in the memory of this process and nowhere else, as the
/// secure strings that they were typed as.
/// </summary>
internal sealed class ProxyMemory : ICredentials
{
    private readonly object _gate = new();
    private readonly Dictionary<string, NetworkCredential> _credentials = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether nothing is kept.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_gate)
            {
                return _credentials.Count == 0;
            }
        }
    }

    /// <inheritdoc/>
    public NetworkCredential? GetCredential(Uri uri, string authType)
    {
        lock (_gate)
        {
            return _credentials.TryGetValue(uri.Authority, out NetworkCredential? credential) ? credential : null;
        }
    }

    /// <summary>Keeps what a proxy has accepted.</summary>
    public void Remember(Uri proxy, NetworkCredential credential)
    {
        lock (_gate)
        {
            _credentials[proxy.Authority] = credential;
        }
    }

    /// <summary>Forgets what a proxy accepts no more.</summary>
    public void Forget(Uri proxy)
    {
        lock (_gate)
        {
            _credentials.Remove(proxy.Authority);
        }
    }
}
