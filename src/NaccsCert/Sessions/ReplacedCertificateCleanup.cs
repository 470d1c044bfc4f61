using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Diagnostics;
using NaccsCert.Enrollment.Events;
using NaccsCert.Messages;
using NaccsCert.Services;
using NaccsCert.Stores;
using NaccsCert.Validation.Installed;
using NaccsCert.Validation.Origin;

namespace NaccsCert.Sessions;

/// <summary>
/// Puts away what renewals have replaced: archives what an earlier run could not, and removes what has been archived for long enough.
/// </summary>
/// <param name="services">What the command works with.</param>
/// <param name="definition">The service.</param>
/// <param name="events">Takes removals and errors.</param>
internal sealed class ReplacedCertificateCleanup(
    SessionServices services, ServiceDefinition definition, IProgress<EnrollmentEvent> events)
{
    /// <summary>Whether there is anything to put away.</summary>
    /// <param name="storeName">The store of the user.</param>
    /// <param name="removeDays">How many days after its renewal a certificate is removed; null for never.</param>
    public bool HasWork(string storeName, int? removeDays)
    {
        EnrollmentHistory history = services.Histories.Read(definition.Name);
        if (!MayHaveWork(storeName, removeDays, history))
        {
            return false;
        }

        using InstalledCertificates installed = List(storeName);
        var replaced = new ReplacedCertificates(installed, history, services.Clock.UtcNow);
        return replaced.ToArchive().Count > 0 || (removeDays is { } days && replaced.ToRemove(days).Count > 0);
    }

    /// <summary>Puts it away. It waits for nobody: where another process is at work, a later run has the same occasion.</summary>
    /// <param name="storeName">The store of the user.</param>
    /// <param name="removeDays">How many days after its renewal a certificate is removed; null for never.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task RunAsync(string storeName, int? removeDays, CancellationToken cancellationToken)
    {
        if (!MayHaveWork(storeName, removeDays, services.Histories.Read(definition.Name)))
        {
            return;
        }

        using IDisposable? taken = await services.Journal
            .LockAsync(definition.Name, TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
        if (taken is null)
        {
            return;
        }

        new CertificateArchive(services.Stores, services.Histories, services.Clock).ArchiveReplaced(storeName, definition);
        foreach (string sha256 in removeDays is { } days ? FindRemovable(storeName, days) : [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            Remove(storeName, removeDays!.Value, sha256);
        }
    }

    // Looking at certificates has each key sign: that is done only where the history gives a reason, and what it speaks of is still there.
    private bool MayHaveWork(string storeName, int? removeDays, EnrollmentHistory history)
    {
        string[] replaced =
        [
            .. history.Certificates
                .Where(renewal => renewal.ArchivesPrevious || (removeDays is { } days && IsDue(renewal, days)))
                .Select(renewal => renewal.PreviousSha256)
                .OfType<string>(),
        ];
        if (replaced.Length == 0)
        {
            return false;
        }

        using DisposableList<X509Certificate2> stored = services.Stores(storeName).ReadAll();
        return stored.Any(certificate => replaced.Contains(Fingerprint.Sha256(certificate.RawData)));
    }

    private InstalledCertificates List(string storeName) =>
        new CertificateInventory(services.Stores, services.Histories, services.Clock).List(storeName, definition);

    private bool IsDue(EnrolledCertificate renewal, int days) =>
        renewal.PreviousSha256 is not null && renewal.Enrolled.AddDays(days) <= services.Clock.UtcNow;

    private string[] FindRemovable(string storeName, int days)
    {
        using InstalledCertificates installed = List(storeName);
        return [.. RemovableOf(installed, days).Select(certificate => certificate.Facts.Sha256)];
    }

    private IReadOnlyList<StoredCertificate> RemovableOf(InstalledCertificates installed, int days) =>
        new ReplacedCertificates(installed, services.Histories.Read(definition.Name), services.Clock.UtcNow).ToRemove(days);

    // Looked at anew each time, as what was removed before it may have been what it rests on.
    private void Remove(string storeName, int days, string sha256)
    {
        using InstalledCertificates installed = List(storeName);
        if (RemovableOf(installed, days).FirstOrDefault(certificate => certificate.Facts.Sha256 == sha256) is not { } removable)
        {
            return;
        }

        try
        {
            new CertificateRemover(services.Stores, services.Histories).Remove(removable, installed, force: false);
            NaccsCertEventSource.Log.ReplacedCertificateRemoved(removable.Record.Thumbprint, removable.Record.Terminal);
            events.Report(new ReplacedCertificateRemoved(removable.Record.Terminal, removable.Record.Thumbprint));
        }
        catch (NaccsException error)
        {
            events.Report(new ErrorReported(error));
        }
    }
}
