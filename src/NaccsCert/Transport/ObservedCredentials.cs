using System;
using System.Net;

namespace NaccsCert.Transport;

/// <summary>Credentials of which it is seen at which proxy they were used.</summary>
/// <param name="credentials">The credentials.</param>
internal sealed class ObservedCredentials(ICredentials credentials) : ICredentials
{
    /// <summary>The proxy that has got one of them last; null when none did.</summary>
    public Uri? UsedAt { get; private set; }

    /// <inheritdoc/>
    public NetworkCredential? GetCredential(Uri uri, string authType)
    {
        NetworkCredential? credential = credentials.GetCredential(uri, authType);
        UsedAt = credential is null ? UsedAt : uri;
        return credential;
    }
}
