namespace NaccsCert.Accounts;

/// <summary>Where the profile of a user stays.</summary>
internal enum ProfileKind
{
    /// <summary>It cannot be read.</summary>
    Unknown,

    /// <summary>On this computer.</summary>
    Local,

    /// <summary>On a server, from where it follows the user.</summary>
    Roaming,

    /// <summary>Nowhere: it is deleted when the user logs off, or cannot be changed.</summary>
    Temporary,
}
