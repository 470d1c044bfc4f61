using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NaccsCert.Accounts;
using NaccsCert.Diagnostics;
using NaccsCert.Enrollment;
using NaccsCert.Keys;
using NaccsCert.Migration;
using NaccsCert.Renewal;
using NaccsCert.Validation.Installed;

namespace NaccsCert.Sessions;

/// <summary>Looks at what this user has on this computer, and says what changes do to it. Nothing is changed, and no network is asked.</summary>
/// <param name="services">What the command works with.</param>
/// <param name="changes">The changes.</param>
internal sealed class MigrationInspector(SessionServices services, IReadOnlyList<MigrationChange> changes)
{
    private readonly MigrationReport _report = new(
        new MigrationOwner(AccountKinds.Of(services.Account.Value, Environment.MachineName), services.Profile()), changes);

    /// <summary>What becomes of an installed certificate.</summary>
    public IReadOnlyList<MigrationResult> Inspect(StoredCertificate certificate) =>
        [.. _report.Of(certificate.Record, certificate.Facts.KeySigns ? KeyExport.IsAllowed(certificate.Handle) : null)];

    /// <summary>What becomes of all that belongs to the account besides its certificates.</summary>
    /// <param name="service">The name of a service, for its enrollments only; null for those of all services.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.ReminderStateUnavailable"/>.</exception>
    public IReadOnlyList<MigrationResult> InspectAccount(string? service) =>
    [
        .. PendingEnrollments.List(services.Journal, services.Clock.UtcNow, service).SelectMany(_report.Of),
        .. Reminder(services.NewReminderInspector().Show()),
        .. services.StartMenu.Find(StartMenuEntry.Names).SelectMany(name => _report.Of(MigrationItem.StartMenuEntry, name)),
    ];

    /// <summary>Composes the hand-over sheet in the language of the session.</summary>
    /// <param name="results">The results in their order.</param>
    /// <param name="service">The name of the service definition.</param>
    public byte[] ComposeSheet(IReadOnlyList<MigrationResult> results, string service) => new MigrationSheet(
        new MigrationSheetOrigin(
            Environment.MachineName, services.Account.Value.UserName, service, ModuleVersion.Text, services.Clock.UtcNow),
        CultureInfo.CurrentUICulture).Compose(results);

    /// <summary>The file name that nobody has to think of.</summary>
    public string SheetName => FormattableString.Invariant(
        $"naccscert-migration-{Environment.MachineName}-{services.Clock.UtcNow.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}.html");

    private IEnumerable<MigrationResult> Reminder(NaccsRenewalReminder reminder) =>
        reminder.Status == ReminderStatus.NotRegistered ? [] : _report.Of(MigrationItem.Reminder, reminder.TaskName);
}
