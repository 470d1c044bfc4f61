namespace NaccsCert.Keys;

/// <summary>Where a provider keeps private keys, as far as that decides what a change of computer or password does to them.</summary>
internal enum KeyStorage
{
    /// <summary>It is not known of the provider.</summary>
    Unknown,

    /// <summary>Files of the user's profile that Windows protects with the user's password (DPAPI).</summary>
    Profile,

    /// <summary>The security chip of the computer.</summary>
    Tpm,

    /// <summary>A smart card.</summary>
    SmartCard,

    /// <summary>Files of the user that nothing but their permissions protects, as on Linux.</summary>
    File,
}
