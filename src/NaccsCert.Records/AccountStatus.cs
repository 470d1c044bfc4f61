namespace NaccsCert;

/// <summary>Whether certificates of this account are of use to the person at the desktop (manual 1.1).</summary>
public enum AccountStatus : long
{
    /// <summary>It is the account that is signed in at the desktop.</summary>
    Suitable,

    /// <summary>It is SYSTEM or another service account, whose certificates no person can use.</summary>
    ServiceAccount,

    /// <summary>Somebody else is signed in at the desktop.</summary>
    NotDesktopUser,

    /// <summary>It was elevated to with the account of somebody else, such as an administrator.</summary>
    ElevatedAsAnother,

    /// <summary>Nobody is signed in at a desktop to compare with.</summary>
    NoDesktop,
}
