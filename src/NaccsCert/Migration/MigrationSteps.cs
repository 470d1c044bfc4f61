using System.Collections.Generic;
using NaccsCert.Accounts;
using NaccsCert.Keys;
using NaccsCert.Resources;

namespace NaccsCert.Migration;

/// <summary>What the user does before and after a change, in order.</summary>
internal static class MigrationSteps
{
    /// <summary>The least time of a re-issue in business days, by the notices of the operator.</summary>
    public const int ReissueBusinessDays = 1;

    /// <summary>Whether NSS has to re-issue a certificate, or may have to.</summary>
    /// <remarks>The notices of the operator name a re-issue for a new account, computer or system whatever becomes of the key.</remarks>
    public static bool MayNeedReissue(MigrationOutcome outcome, MigrationChange change) => outcome switch
    {
        MigrationOutcome.Lost or MigrationOutcome.Unknown => true,
        MigrationOutcome.Movable => !IsOfPassword(change),
        _ => false,
    };

    /// <summary>What is to be done for a certificate before.</summary>
    public static IEnumerable<StringId> Before(MigrationOutcome outcome, MigrationChange change, MigrationKey key)
    {
        if (outcome == MigrationOutcome.NotInUse)
        {
            yield break;
        }

        if (IsOfPassword(change) && key.Storage is not (KeyStorage.SmartCard or KeyStorage.File))
        {
            yield return StringId.MigrationStepChangeYourself;
            if (change == MigrationChange.PasswordReset && key.Owner.Account == AccountKind.Domain)
            {
                yield return StringId.MigrationStepReachDomain;
            }
        }

        if (outcome == MigrationOutcome.Movable)
        {
            if (MayNeedReissue(outcome, change))
            {
                yield return StringId.MigrationStepAsk;
            }

            yield return key.Storage == KeyStorage.SmartCard ? StringId.MigrationStepCard : StringId.MigrationStepExport;
        }
        else if (outcome == MigrationOutcome.Lost)
        {
            yield return StringId.MigrationStepApply;
        }
        else if (outcome == MigrationOutcome.Unknown)
        {
            yield return StringId.MigrationStepPrepare;
        }
    }

    /// <summary>What is to be done for a certificate after.</summary>
    public static IEnumerable<StringId> After(MigrationOutcome outcome, MigrationChange change, MigrationKey key)
    {
        if (outcome == MigrationOutcome.NotInUse)
        {
            yield break;
        }

        if (!LeavesAccountInPlace(change))
        {
            yield return StringId.MigrationStepInstall;
        }

        switch (outcome)
        {
            case MigrationOutcome.Lost:
                yield return StringId.MigrationStepCodes;
                yield return StringId.MigrationStepRequest;
                yield return StringId.MigrationStepTest;
                break;
            case MigrationOutcome.Movable when key.Storage != KeyStorage.SmartCard && !LeavesAccountInPlace(change):
                yield return StringId.MigrationStepImport;
                yield return StringId.MigrationStepTest;
                yield return StringId.MigrationStepDelete;
                break;
            case MigrationOutcome.Movable when key.Storage != KeyStorage.SmartCard:
                yield return StringId.MigrationStepTest;
                yield return StringId.MigrationStepImportIfLost;
                yield return StringId.MigrationStepDelete;
                break;
            case MigrationOutcome.Unknown:
                yield return StringId.MigrationStepTest;
                yield return StringId.MigrationStepReissueIfLost;
                break;
            default:
                yield return StringId.MigrationStepTest;
                break;
        }
    }

    /// <summary>Whether the same account is there after a change, with what it had.</summary>
    public static bool LeavesAccountInPlace(MigrationChange change) =>
        IsOfPassword(change) || change == MigrationChange.SystemUpgrade;

    private static bool IsOfPassword(MigrationChange change) =>
        change is MigrationChange.PasswordChange or MigrationChange.PasswordReset;
}
