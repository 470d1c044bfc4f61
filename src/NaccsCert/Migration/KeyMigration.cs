using NaccsCert.Accounts;
using NaccsCert.Keys;
using NaccsCert.Resources;

namespace NaccsCert.Migration;

/// <summary>
/// Decides what a change does to a key, and with it to its certificate. Where neither the manual, Microsoft nor what was read of the key
/// settles it, the answer is that it is not known.
/// </summary>
/// <remarks>
/// Sources: the manual, 1.1 (only the account that enrolled can use a certificate); Microsoft, "Key Storage and Retrieval" (keys of
/// software lie in the roaming part of the profile), "How Windows uses the TPM" (a key of the Platform Crypto Provider does not leave
/// its TPM), "Managed DPAPI Part I: ProtectedData" (Windows encrypts master keys anew when a user changes the password), KB 290260 (a
/// reset password takes away the private keys of a local account), KB 331333 and KB 3205778 (in a domain, its controllers keep what
/// restores them); notices of the operator, 2013 to 2023 (a re-issue is needed after a change of account, computer or system).
/// </remarks>
internal static class KeyMigration
{
    private static readonly MigrationVerdict Card = new(MigrationOutcome.Movable, StringId.MigrationCard);
    private static readonly MigrationVerdict CardStays = new(MigrationOutcome.Stays, StringId.MigrationCardStays);
    private static readonly MigrationVerdict Exportable = new(MigrationOutcome.Movable, StringId.MigrationExportable);
    private static readonly MigrationVerdict ExportUnknown = new(MigrationOutcome.Unknown, StringId.MigrationExportUnknown);
    private static readonly MigrationVerdict ProviderUnknown = new(MigrationOutcome.Unknown, StringId.MigrationProviderUnknown);

    /// <summary>Decides for one change.</summary>
    /// <param name="key">The key of a certificate that somebody works with.</param>
    /// <param name="change">The change.</param>
    public static MigrationVerdict Evaluate(MigrationKey key, MigrationChange change) => change switch
    {
        MigrationChange.Computer => OfComputer(key, StringId.MigrationLeftBehind),
        MigrationChange.SystemReinstall => OfComputer(key, StringId.MigrationErased),
        MigrationChange.Account => OfAccount(key),
        MigrationChange.PasswordChange => OfPasswordChange(key),
        MigrationChange.PasswordReset => OfPasswordReset(key),
        _ => OfUpgrade(key),
    };

    private static MigrationVerdict OfComputer(MigrationKey key, StringId lost) => key switch
    {
        { Storage: KeyStorage.SmartCard } => Card,
        { Storage: KeyStorage.Tpm } => new(MigrationOutcome.Lost, StringId.MigrationTpm),
        { IsExportable: true } => Exportable,
        { IsExportable: null } => ExportUnknown,
        { Storage: KeyStorage.Unknown } => ProviderUnknown,
        { Storage: KeyStorage.Profile, Owner.Profile: ProfileKind.Roaming } => new(MigrationOutcome.Unknown, StringId.MigrationRoaming),
        { Storage: KeyStorage.Profile, Owner.Profile: ProfileKind.Unknown } => new(MigrationOutcome.Unknown, StringId.MigrationProfileUnknown),
        _ => new(MigrationOutcome.Lost, lost),
    };

    private static MigrationVerdict OfAccount(MigrationKey key) => key switch
    {
        { Storage: KeyStorage.SmartCard } => Card,
        { Storage: KeyStorage.Tpm } => new(MigrationOutcome.Lost, StringId.MigrationAccountBound),
        { IsExportable: true } => Exportable,
        { IsExportable: null } => ExportUnknown,
        { Storage: KeyStorage.Unknown } => ProviderUnknown,
        _ => new(MigrationOutcome.Lost, StringId.MigrationAccountBound),
    };

    private static MigrationVerdict OfPasswordChange(MigrationKey key) => key switch
    {
        { Storage: KeyStorage.SmartCard } => CardStays,
        { Storage: KeyStorage.File } => new(MigrationOutcome.Stays, StringId.MigrationNoPassword),
        { Storage: KeyStorage.Unknown } or { Owner.Account: AccountKind.Entra or AccountKind.Unknown } =>
            new(MigrationOutcome.Unknown, StringId.MigrationPasswordUnknown),
        _ => new(MigrationOutcome.Stays, StringId.MigrationPasswordChanged),
    };

    private static MigrationVerdict OfPasswordReset(MigrationKey key) => key switch
    {
        { Storage: KeyStorage.SmartCard } => CardStays,
        { Storage: KeyStorage.File } => new(MigrationOutcome.Stays, StringId.MigrationNoPassword),
        { Storage: KeyStorage.Profile, Owner.Account: AccountKind.Domain } => new(MigrationOutcome.Stays, StringId.MigrationResetInDomain),
        { Storage: KeyStorage.Profile, IsExportable: true } => Exportable,
        { Storage: KeyStorage.Profile, Owner.Account: AccountKind.Local } => new(MigrationOutcome.Lost, StringId.MigrationResetLocally),
        _ => new(MigrationOutcome.Unknown, StringId.MigrationPasswordUnknown),
    };

    private static MigrationVerdict OfUpgrade(MigrationKey key) => key switch
    {
        { Storage: KeyStorage.SmartCard } => CardStays,
        { IsExportable: true } => new(MigrationOutcome.Movable, StringId.MigrationUpgradeExportable),
        _ => new(MigrationOutcome.Unknown, StringId.MigrationUpgrade),
    };
}
