namespace NaccsCert;

/// <summary>How the installation of a root certificate ended.</summary>
public enum RootCAStatus : long
{
    /// <summary>The root was put into the store.</summary>
    Installed,

    /// <summary>The root was trusted already; nothing was done.</summary>
    AlreadyTrusted,

    /// <summary>The platform asks the user before it trusts a root, and nobody is there to answer.</summary>
    ConsentRequired,

    /// <summary>The user answered "no" to the platform's question.</summary>
    Declined,

    /// <summary>The definition pins the root, but its certificate is not at hand.</summary>
    Unavailable,

    /// <summary>The definition does not pin the root, and nobody has confirmed it: it was left out of the trusted roots.</summary>
    NotPinned,
}
