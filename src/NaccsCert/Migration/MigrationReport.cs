using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Keys;
using NaccsCert.Resources;

namespace NaccsCert.Migration;

/// <summary>Says what changes do to the certificates, enrollments and entries of an account, and what is to be done about it.</summary>
/// <param name="owner">The account.</param>
/// <param name="changes">The changes.</param>
internal sealed class MigrationReport(MigrationOwner owner, IReadOnlyList<MigrationChange> changes)
{
    /// <summary>What becomes of a certificate.</summary>
    /// <param name="certificate">The certificate as it is listed.</param>
    /// <param name="isKeyExportable">Whether the provider lets its key out; null where that cannot be told.</param>
    /// <returns>A result for each change.</returns>
    public IEnumerable<MigrationResult> Of(NaccsCertificate certificate, bool? isKeyExportable)
    {
        var key = new MigrationKey(KeyStorages.Of(certificate.KeyProvider), isKeyExportable, owner);
        foreach (MigrationChange change in changes)
        {
            MigrationVerdict? verdict = IsInUse(certificate.Status) ? KeyMigration.Evaluate(key, change) : null;
            MigrationOutcome outcome = verdict?.Outcome ?? MigrationOutcome.NotInUse;
            string reason = verdict is null ? certificate.Reason : Strings.Format(verdict.Reason);
            yield return New(outcome, change, MigrationItem.Certificate, certificate.Terminal, reason) with
            {
                Thumbprint = certificate.Thumbprint,
                CertificateStatus = certificate.Status,
                NotAfter = certificate.NotAfter,
                KeyProvider = certificate.KeyProvider.Length > 0 ? certificate.KeyProvider : null,
                IsKeyExportable = isKeyExportable,
                StepsBefore = Texts(MigrationSteps.Before(outcome, change, key), certificate.Terminal),
                StepsAfter = Texts(MigrationSteps.After(outcome, change, key), certificate.Terminal),
            };
        }
    }

    /// <summary>What becomes of an unfinished enrollment: its place is the part of the profile that does not roam.</summary>
    /// <param name="enrollment">The enrollment.</param>
    /// <returns>A result for each change.</returns>
    public IEnumerable<MigrationResult> Of(NaccsEnrollment enrollment)
    {
        var key = new MigrationKey(KeyStorages.Of(enrollment.KeyProvider ?? string.Empty), IsExportable: false, owner);
        foreach (MigrationChange change in changes)
        {
            MigrationVerdict verdict = OfEnrollment(key, change);
            bool isEndangered = verdict.Outcome is MigrationOutcome.Lost or MigrationOutcome.Unknown;
            yield return New(verdict.Outcome, change, MigrationItem.Enrollment, enrollment.EnrollmentId, Strings.Format(verdict.Reason)) with
            {
                KeyProvider = enrollment.KeyProvider,
                StepsBefore = isEndangered ? Texts([StringId.MigrationStepResume], enrollment.EnrollmentId) : [],
                StepsAfter = isEndangered ? Texts([StringId.MigrationStepNewCodes], enrollment.EnrollmentId) : [],
            };
        }
    }

    /// <summary>What becomes of something that belongs to this account of this computer and can be made again.</summary>
    /// <param name="item">What it is.</param>
    /// <param name="name">Its name.</param>
    /// <returns>A result for each change.</returns>
    public IEnumerable<MigrationResult> Of(MigrationItem item, string name)
    {
        (StringId reason, StringId step) = item == MigrationItem.Reminder
            ? (StringId.MigrationReminder, StringId.MigrationStepRegister)
            : (StringId.MigrationStartMenu, StringId.MigrationStepStartMenu);
        foreach (MigrationChange change in changes)
        {
            bool stays = MigrationSteps.LeavesAccountInPlace(change);
            yield return New(
                stays ? MigrationOutcome.Stays : MigrationOutcome.Lost,
                change,
                item,
                name,
                Strings.Format(stays ? StringId.MigrationEntryStays : reason)) with
            {
                StepsAfter = stays ? [] : Texts([step], name),
            };
        }
    }

    /// <summary>The order of results: by change, then what is lost first, then by name and by the end of validity.</summary>
    public static IEnumerable<MigrationResult> InOrder(IEnumerable<MigrationResult> results) => results
        .OrderBy(result => (int)result.Change)
        .ThenBy(result => (int)result.Status)
        .ThenBy(result => (int)result.Item)
        .ThenBy(result => result.Name, StringComparer.Ordinal)
        .ThenBy(result => result.NotAfter ?? default);

    private static MigrationVerdict OfEnrollment(MigrationKey key, MigrationChange change)
    {
        if (!MigrationSteps.LeavesAccountInPlace(change))
        {
            return new MigrationVerdict(MigrationOutcome.Lost, StringId.MigrationEnrollmentLost);
        }

        return change == MigrationChange.SystemUpgrade
            ? new MigrationVerdict(MigrationOutcome.Unknown, StringId.MigrationEnrollmentUpgrade)
            : KeyMigration.Evaluate(key, change);
    }

    // The only states in which somebody works with a certificate, or will.
    private static bool IsInUse(CertificateStatus status) => status
        is CertificateStatus.Valid or CertificateStatus.RenewalDue or CertificateStatus.NotYetValid or CertificateStatus.Unverified;

    private static MigrationResult New(
        MigrationOutcome outcome, MigrationChange change, MigrationItem item, string name, string reason)
    {
        bool mayNeedReissue = item == MigrationItem.Certificate && MigrationSteps.MayNeedReissue(outcome, change);
        return new MigrationResult
        {
            Status = outcome,
            Reason = reason,
            Changed = false,
            Change = change,
            Item = item,
            Name = name,
            MayNeedReissue = mayNeedReissue,
            ReissueBusinessDays = mayNeedReissue ? MigrationSteps.ReissueBusinessDays : null,
            StepsBefore = [],
            StepsAfter = [],
        };
    }

    private static string[] Texts(IEnumerable<StringId> steps, string name) => [.. steps.Select(step => Strings.Format(step, name))];
}
