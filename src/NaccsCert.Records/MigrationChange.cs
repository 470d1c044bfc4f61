namespace NaccsCert;

/// <summary>A change of computer, account, password or Windows, before which <c>Test-NaccsMigration</c> looks at what it takes away.</summary>
public enum MigrationChange : long
{
    /// <summary>The computer is replaced.</summary>
    Computer,

    /// <summary>The user gets another Windows account, or the certificate another user.</summary>
    Account,

    /// <summary>The user changes the Windows password on this computer, and knows the one before.</summary>
    PasswordChange,

    /// <summary>An administrator sets a new password for the user.</summary>
    PasswordReset,

    /// <summary>Windows is upgraded in place: accounts and files stay.</summary>
    SystemUpgrade,

    /// <summary>Windows is installed anew.</summary>
    SystemReinstall,
}
