namespace NaccsCert;

/// <summary>How this computer may sign in to a proxy (manual 1.3).</summary>
public enum ProxyAuthentication : long
{
    /// <summary>Whatever the proxy offers that does not show the password to the network: Negotiate, NTLM and Digest.</summary>
    Any,

    /// <summary>Basic (RFC 7617), which shows the password to the network.</summary>
    Basic,

    /// <summary>NTLM.</summary>
    Ntlm,

    /// <summary>Negotiate (RFC 4559).</summary>
    Negotiate,
}
