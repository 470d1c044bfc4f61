using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;

namespace NaccsCert.Http;

/// <summary>
/// The signed-in user's credentials for proxies, with a memory of the schemes that were asked for: the HTTP stack of
/// .NET throws away the proxy's answer to CONNECT, and its offers with it.
/// </summary>
internal sealed class ProxyCredentials : ICredentials
{
    private readonly HashSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The schemes for which a proxy has asked, in no order that matters; empty when none did.</summary>
    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (_asked)
            {
                return [.. _asked.OrderBy(scheme => scheme, StringComparer.OrdinalIgnoreCase)];
            }
        }
    }

    /// <inheritdoc/>
    public NetworkCredential? GetCredential(Uri uri, string authType)
    {
        lock (_asked)
        {
            _asked.Add(authType);
        }

        // The session of the user answers Negotiate and NTLM; it holds no password for Basic or Digest.
        return authType is "Negotiate" or "NTLM" ? CredentialCache.DefaultNetworkCredentials : null;
    }
}
