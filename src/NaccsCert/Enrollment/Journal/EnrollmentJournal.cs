using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Diagnostics;
using NaccsCert.IO;
using NaccsCert.IO.Json;

namespace NaccsCert.Enrollment.Journal;

/// <summary>The unfinished enrollments of the signed-in user: one owner-only folder each.</summary>
/// <param name="folder">The folder of all; made when it is first needed.</param>
internal sealed class EnrollmentJournal(PrivateFolder folder)
{
    private const string EntryFile = "entry.json";
    private const string ProviderFile = "provider";

    // The names of providers are chosen by their makers; none is as long as this.
    private const int MaxProviderBytes = 1024;

    // No system tells when the lock of a file becomes free.
    private static readonly TimeSpan LockInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Takes the lock of a service: one process of the user enrolls there at a time.</summary>
    /// <param name="service">The service's name.</param>
    /// <param name="patience">How long to wait for another process.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The lock, let go by disposing of it or by the end of this process; null when it was not to be had.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.JournalUnavailable"/> or <see cref="ErrorId.DataFolderUnsafe"/>.</exception>
    public async Task<IDisposable?> LockAsync(string service, TimeSpan patience, CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            IDisposable? taken = null;
            Attempt(() => taken = folder.TryLock(service + ".lock"));
            if (taken is not null)
            {
                return taken;
            }

            if (waited.Elapsed >= patience)
            {
                return null;
            }

            await Task.Delay(LockInterval, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes an entry, so that it survives a crash of this process or of the computer.</summary>
    /// <param name="entry">The entry.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.JournalUnavailable"/> or <see cref="ErrorId.DataFolderUnsafe"/>.</exception>
    public void Write(JournalEntry entry)
    {
        NaccsCertEventSource.Log.EntryWriting(entry.Id, entry.State.ToString());
        Attempt(() => FolderOf(entry.Id).Write(EntryFile, JournalEntryFormat.Write(entry)));
        NaccsCertEventSource.Log.EntryWritten(entry.Id, entry.State.ToString());
    }

    /// <summary>Reads every entry that can be read, oldest first.</summary>
    /// <returns>The entries; one that cannot be read stands in nobody's way.</returns>
    public IReadOnlyList<JournalEntry> Read() =>
        [.. Records().Select(record => record.Entry).OfType<JournalEntry>().OrderBy(entry => entry.Created)];

    /// <summary>Reads every entry, with the reason why where it cannot be read.</summary>
    /// <returns>The records, in the order of their names.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.JournalUnavailable"/> or <see cref="ErrorId.DataFolderUnsafe"/>.</exception>
    public IReadOnlyList<JournalRecord> Records() => [.. Ids().Where(MayHoldEntry).Select(ReadRecord).OfType<JournalRecord>()];

    /// <summary>Removes the entry of an enrollment that is proven or given up.</summary>
    /// <param name="id">The entry's name.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.JournalUnavailable"/> or <see cref="ErrorId.DataFolderUnsafe"/>.</exception>
    public void Remove(string id)
    {
        NaccsCertEventSource.Log.EntryRemoving(id);
        Attempt(() =>
        {
            FolderOf(id).Delete(EntryFile);
            RemoveFolder(FolderOf(id).Path);
        });
        NaccsCertEventSource.Log.EntryRemoved(id);
    }

    /// <summary>Takes an identity for a new enrollment, so that a key made under it is found whatever happens.</summary>
    internal Reservation Reserve(string service, string keyProvider, DateTimeOffset now)
    {
        // Sorted by time, so that a folder listing tells the story.
        string id = string.Format(
            CultureInfo.InvariantCulture,
            "{0}-{1:yyyyMMdd'T'HHmmss'Z'}-{2}",
            service,
            now.UtcDateTime,
            Correlation.Current ?? Correlation.NewId());
        NaccsCertEventSource.Log.EntryReserving(id);
        Attempt(() => FolderOf(id).Write(ProviderFile, Encoding.UTF8.GetBytes(keyProvider)));
        return new Reservation(id, keyProvider);
    }

    /// <summary>The identities of a service under which no entry was ever written.</summary>
    internal IReadOnlyList<Reservation> Reservations(string service) =>
    [
        .. Ids().Where(id => IsOf(service, id) && !MayHoldEntry(id)).Select(id => new Reservation(id, ProviderIn(id))),
    ];

    // The enrollment ended with its entry: a folder without one is a leftover that a later run removes.
    private static void RemoveFolder(string path)
    {
        try
        {
            SharingViolations.Retry(() => Directory.Delete(path, recursive: true));
        }
        catch (DirectoryNotFoundException)
        {
            return;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            NaccsCertEventSource.Log.FolderKept(Path.GetFileName(path), exception.Message);
        }
    }

    private string? ProviderIn(string id)
    {
        string? provider = null;
        Attempt(() => provider = File.Exists(FolderOf(id).Member(ProviderFile))
            ? Encoding.UTF8.GetString(FolderOf(id).Read(ProviderFile, MaxProviderBytes))
            : null);
        return provider;
    }

    // A folder that cannot be looked into, or is not safe to look into, may hold an entry: to deny it would make a leftover of a key.
    private bool MayHoldEntry(string id)
    {
        try
        {
            FolderOf(id).Require(ProviderFile);
            return Directory.GetFiles(FolderOf(id).Path, EntryFile).Length > 0;
        }
        catch (DirectoryNotFoundException)
        {
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NaccsException)
        {
            return true;
        }
    }

    // After the service's name come a time and a random part of fixed lengths.
    private static bool IsOf(string service, string id) =>
        id.StartsWith(service + "-", StringComparison.Ordinal) && id.Length == service.Length + "-20261231T235959Z-01234567".Length;

    // Null when another process has finished the enrollment in this moment.
    private JournalRecord? ReadRecord(string id)
    {
        try
        {
            JournalEntry entry = JournalEntryFormat.Read(FolderOf(id).Read(EntryFile, JournalEntryFormat.MaxEntryBytes));

            // What an entry names is deleted with it: a copied or altered one must not name what belongs to another.
            return entry.Id == id && entry.KeyName == Reservation.NameOfKey(id)
                ? new JournalRecord(id, entry, null)
                : throw new JsonFormatException("$.id", "is not that of its folder and its key");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonFormatException or NaccsException)
        {
            return new JournalRecord(id, null, exception.Message);
        }
    }

    private string[] Ids()
    {
        string[] folders = [];
        Attempt(() =>
        {
            folder.Require();
            folders = FoldersIn(folder.Path);
        });
        return [.. folders.Select(path => Path.GetFileName(path)).OrderBy(id => id, StringComparer.Ordinal)];
    }

    // Directory.Exists would also deny a folder that may not be looked at.
    private static string[] FoldersIn(string path)
    {
        try
        {
            return Directory.GetDirectories(path);
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    private PrivateFolder FolderOf(string id) => folder.Sub(id);

    private void Attempt(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NaccsException(ErrorId.JournalUnavailable, folder.Path, exception, exception.Message);
        }
    }
}
