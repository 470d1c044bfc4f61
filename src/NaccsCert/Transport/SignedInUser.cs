using System;
using System.Net;
using System.Runtime.InteropServices;

namespace NaccsCert.Transport;

/// <summary>The signed-in user's own credentials, which Windows shows to a proxy without telling the password.</summary>
internal sealed class SignedInUser : ICredentials
{
    private SignedInUser()
    {
    }

    /// <summary>The credentials; null on platforms that have none to show.</summary>
    public static ICredentials? Credentials { get; } =
        RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? new SignedInUser() : null;

    // The session of the user answers Negotiate and NTLM; it holds no password for Basic or Digest.
    NetworkCredential? ICredentials.GetCredential(Uri uri, string authType) =>
        authType.ToUpperInvariant() is "NEGOTIATE" or "NTLM" ? CredentialCache.DefaultNetworkCredentials : null;
}
