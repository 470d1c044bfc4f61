using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Resources;
using NaccsCert.Stores;
using NaccsCert.Time;

namespace NaccsCert.Enrollment;

/// <summary>Shows unfinished enrollments, and gives them up.</summary>
internal static class PendingEnrollments
{
    private const string Unreadable = "Unreadable";

    // Enough for a process that only looks; whoever meets one that enrolls can repeat the command.
    private static readonly TimeSpan RemovalLockTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Lists what is unfinished.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="service">The name of a service, for its enrollments only; null for those of all services.</param>
    /// <returns>The enrollments, the most urgent first.</returns>
    public static IReadOnlyList<NaccsEnrollment> List(EnrollmentJournal journal, DateTimeOffset now, string? service = null) =>
    [
        .. journal.Records().OrderBy(record => record, new EntryUrgency(now)).Select(record => Describe(record, now))
            .Where(enrollment => service is null || enrollment.Service == service),
    ];

    /// <summary>The enrollments of a service for which it has issued: they are resumed without codes.</summary>
    /// <param name="services">What the enrollment works with.</param>
    /// <param name="service">The service's name.</param>
    /// <param name="except">Codes whose own enrollment is left out; null for none.</param>
    /// <returns>Their names, oldest first.</returns>
    public static IReadOnlyList<string> Issued(EnrollmentServices services, string service, AuthenticationCodes? except) =>
    [
        .. services.Journal.Read()
            .Where(entry => entry.Service == service && entry.State >= EnrollmentStage.Issued)
            .Where(entry => except is null || entry.CodeFingerprint != except.Fingerprint(entry.Id))
            .Select(entry => entry.Id),
    ];

    /// <summary>The certificate that an unfinished renewal renews.</summary>
    /// <param name="services">What the enrollment works with.</param>
    /// <param name="enrollmentId">The enrollment.</param>
    /// <returns>The certificate with its key, which the caller disposes of; null for a first enrollment, or when it is gone.</returns>
    public static X509Certificate2? FindPrevious(EnrollmentServices services, string enrollmentId)
    {
        JournalEntry? renewal = services.Journal.Read().FirstOrDefault(entry => entry.Id == enrollmentId);
        if (renewal?.PreviousThumbprint is null)
        {
            return null;
        }

        using DisposableList<X509Certificate2> stored = services.Stores(renewal.PreviousStoreName ?? renewal.StoreName).ReadAll();
        return stored.Take(certificate => certificate.Thumbprint == renewal.PreviousThumbprint);
    }

    /// <summary>Whether an enrollment can go on only with the codes that it was begun with.</summary>
    /// <param name="services">What the enrollment works with.</param>
    /// <param name="enrollmentId">The enrollment.</param>
    /// <returns>True for a first enrollment until its certificate is issued.</returns>
    public static bool NeedsCodes(EnrollmentServices services, string enrollmentId) =>
        services.Journal.Read().Any(entry => entry.Id == enrollmentId && entry.NeedsCodes);

    /// <summary>Whether the request of an enrollment went out as a file, and what is issued for it comes back as one.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="enrollmentId">The enrollment.</param>
    public static bool WaitsForFile(EnrollmentJournal journal, string enrollmentId) =>
        journal.Read().Any(entry => entry.Id == enrollmentId && entry.WaitsForFile);

    /// <summary>The service definition that an enrollment was begun with.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="enrollmentId">The enrollment.</param>
    /// <returns>Its full path, or its name where it was found by that; null where there is no such enrollment.</returns>
    public static string? DefinitionOf(EnrollmentJournal journal, string enrollmentId) =>
        journal.Read().Where(entry => entry.Id == enrollmentId).Select(entry => entry.DefinitionPath ?? entry.Service).FirstOrDefault();

    /// <summary>Whether codes have been used, as far as the journal knows: an enrollment that is not there has sent none, or was refused.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="service">The service's name.</param>
    /// <param name="task">What was to be enrolled.</param>
    /// <returns>What is known; null for a task without codes.</returns>
    public static CodeUse? CodeUseOf(EnrollmentJournal journal, string service, EnrollmentTask task)
    {
        if (task.Codes is null)
        {
            return null;
        }

        try
        {
            JournalEntry? entry = journal.Read().FirstOrDefault(candidate => candidate.Service == service && task.IsAbout(candidate));
            return entry is null ? CodeUse.NotUsed : entry.CodeUse;
        }
        catch (NaccsException)
        {
            // Where the journal cannot be read, another process may have sent them.
            return CodeUse.Unknown;
        }
    }

    /// <summary>
    /// Gives an enrollment up: its key and its entry are destroyed. A certificate that is installed already stays, with
    /// its key.
    /// </summary>
    /// <param name="services">What the enrollment works with.</param>
    /// <param name="enrollmentId">The enrollment.</param>
    /// <param name="cancellationToken">Ends the wait for another process.</param>
    /// <returns>Whether a key was destroyed.</returns>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.EnrollmentNotFound"/>, <see cref="ErrorId.EnrollmentInUse"/>,
    /// <see cref="ErrorId.KeyRemovalFailed"/> or <see cref="ErrorId.JournalUnavailable"/>.
    /// </exception>
    public static async Task<bool> RemoveAsync(
        EnrollmentServices services, string enrollmentId, CancellationToken cancellationToken)
    {
        // An entry that cannot be read belongs to no service, and nobody goes on with it.
        if (Find(services, enrollmentId).Entry is not { } seen)
        {
            services.Journal.Remove(enrollmentId);
            return false;
        }

        using IDisposable? taken = await services.Journal
            .LockAsync(seen.Service, RemovalLockTimeout, cancellationToken).ConfigureAwait(false);
        if (taken is null)
        {
            throw new NaccsException(ErrorId.EnrollmentInUse, enrollmentId);
        }

        // Read again: who held the lock may have gone on with it, or finished it.
        return Destroy(services, Find(services, enrollmentId));
    }

    /// <summary>
    /// Removes what a process left that died before it wrote its first entry or after it removed its last. It waits for
    /// nobody: where another process is at work, there is nothing to remove yet.
    /// </summary>
    /// <param name="services">What the enrollment works with.</param>
    /// <param name="service">The service's name.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Whether anything was removed.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.JournalUnavailable"/>.</exception>
    public static async Task<bool> CleanUpAsync(
        EnrollmentServices services, string service, CancellationToken cancellationToken)
    {
        if (services.Journal.Reservations(service).Count == 0)
        {
            return false;
        }

        using IDisposable? taken =
            await services.Journal.LockAsync(service, TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
        if (taken is not null)
        {
            OrphanedKeys.CleanUp(services, service);
        }

        return taken is not null;
    }

    private static JournalRecord Find(EnrollmentServices services, string enrollmentId) =>
        services.Journal.Records().FirstOrDefault(candidate => candidate.Id == enrollmentId)
        ?? throw new NaccsException(ErrorId.EnrollmentNotFound, enrollmentId);

    private static bool Destroy(EnrollmentServices services, JournalRecord record)
    {
        // From Installed on the store refers to the key.
        bool ownsKey = record.Entry is { State: < EnrollmentStage.Installed };
        if (ownsKey)
        {
            services.DeleteKey(record.Entry!.KeyProvider, record.Entry.KeyName);
        }

        services.Journal.Remove(record.Id);
        return ownsKey;
    }

    private static NaccsEnrollment Describe(JournalRecord record, DateTimeOffset now) => record.Entry is { } entry
        ? new NaccsEnrollment
        {
            Status = entry.State.ToString(),
            Reason = Reason(entry, now),
            EnrollmentId = entry.Id,
            Service = entry.Service,
            Operation = entry.Operation,
            Created = entry.Created,
            Attempts = entry.Attempts,
            CodeUse = entry.CodeUse,
            LastError = entry.LastError,
            NextAttempt = entry.NextAttempt,
            PreviousThumbprint = entry.PreviousThumbprint,
            KeyProvider = entry.KeyProvider,
            WaitsForFile = entry.WaitsForFile,
        }
        : new NaccsEnrollment
        {
            Status = Unreadable,
            Reason = Strings.Format(StringId.EntryUnreadable, record.Damage ?? string.Empty),
            EnrollmentId = record.Id,
        };

    private static string Reason(JournalEntry entry, DateTimeOffset now) => entry.CodeUse is { } use
        ? Strings.Join(NextStep(entry, now), CodeUseText.Fact(use))
        : NextStep(entry, now);

    private static string NextStep(JournalEntry entry, DateTimeOffset now) =>
        entry.WaitsForFile ? Strings.Format(StringId.EntryWaitsForFile)
        : entry.NextAttempt is { } next && next > now ? Strings.Format(StringId.EntryWaits, LocalTime.Text(next))
        : entry.NeedsCodes ? Strings.Format(StringId.EntryNeedsCodes)
        : Strings.Format(StringId.EntryResumable);
}
