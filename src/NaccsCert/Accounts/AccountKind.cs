namespace NaccsCert.Accounts;

/// <summary>Who keeps an account, as far as that decides what a new password does to protected keys.</summary>
internal enum AccountKind
{
    /// <summary>It cannot be told.</summary>
    Unknown,

    /// <summary>The computer itself.</summary>
    Local,

    /// <summary>A domain of Active Directory.</summary>
    Domain,

    /// <summary>Microsoft Entra ID.</summary>
    Entra,
}
