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
internal sealed class EnrollmentJournal(string folder)
{
    private const string EntryFile = "entry.json";
    private const string ProviderFile = "provider";

    // No system tells when the lock of a file becomes free.
    private static readonly TimeSpan LockInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Takes the lock of a service: one process of the user enrolls there at a time.</summary>
    /// <param name="service">The service's name.</param>
    /// <param name="patience">How long to wait for another process.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The lock, let go by disposing of it or by the end of this process; null when it was not to be had.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.JournalUnavailable"/>.</exception>
    public async Task<IDisposable?> LockAsync(string service, TimeSpan patience, CancellationToken cancellationToken)
    {
        Attempt(() => PrivateFiles.CreateFolder(folder));
        string path = Path.Combine(folder, service + ".lock");
        var waited = Stopwatch.StartNew();
        while (true)
        {
            IDisposable? taken = null;
            Attempt(() => taken = FileLock.TryTake(path));
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
    /// <exception cref="NaccsException"><see cref="ErrorId.JournalUnavailable"/>.</exception>
    public void Write(JournalEntry entry)
    {
        NaccsCertEventSource.Log.EntryWriting(entry.Id, entry.State.ToString());
        Attempt(() =>
        {
            PrivateFiles.CreateFolder(FolderOf(entry.Id));
            PrivateFiles.WriteAtomically(Path.Combine(FolderOf(entry.Id), EntryFile), JournalEntryFormat.Write(entry));
        });
        NaccsCertEventSource.Log.EntryWritten(entry.Id, entry.State.ToString());
    }

    /// <summary>Reads every entry that can be read, oldest first.</summary>
    /// <returns>The entries; one that cannot be read stands in nobody's way.</returns>
    public IReadOnlyList<JournalEntry> Read() =>
        [.. Records().Select(record => record.Entry).OfType<JournalEntry>().OrderBy(entry => entry.Created)];

    /// <summary>Reads every entry, with the reason why where it cannot be read.</summary>
    /// <returns>The records, in the order of their names.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.JournalUnavailable"/>.</exception>
    public IReadOnlyList<JournalRecord> Records() => [.. Folders().Where(MayHoldEntry).Select(ReadRecord).OfType<JournalRecord>()];

    /// <summary>Removes the entry of an enrollment that is proven or given up.</summary>
    /// <param name="id">The entry's name.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.JournalUnavailable"/>.</exception>
    public void Remove(string id)
    {
        NaccsCertEventSource.Log.EntryRemoving(id);
        Attempt(() =>
        {
            PrivateFiles.Delete(Path.Combine(FolderOf(id), EntryFile));
            RemoveFolder(FolderOf(id));
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
        Attempt(() =>
        {
            PrivateFiles.CreateFolder(FolderOf(id));
            PrivateFiles.WriteAtomically(Path.Combine(FolderOf(id), ProviderFile), Encoding.UTF8.GetBytes(keyProvider));
        });
        return new Reservation(id, keyProvider);
    }

    /// <summary>The identities of a service under which no entry was ever written.</summary>
    internal IReadOnlyList<Reservation> Reservations(string service) =>
    [
        .. Folders()
            .Where(path => IsOf(service, Path.GetFileName(path)) && !MayHoldEntry(path))
            .Select(path => new Reservation(Path.GetFileName(path), ProviderIn(path))),
    ];

    // The enrollment ended with its entry: a folder without one is a leftover that a later run removes.
    private static void RemoveFolder(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
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

    private string? ProviderIn(string path)
    {
        string file = Path.Combine(path, ProviderFile);
        string? provider = null;
        Attempt(() => provider = File.Exists(file) ? File.ReadAllText(file) : null);
        return provider;
    }

    // A folder that cannot be looked into may hold an entry: File.Exists would deny it, and a key would be taken for a leftover.
    private static bool MayHoldEntry(string path)
    {
        try
        {
            return Directory.GetFiles(path, EntryFile).Length > 0;
        }
        catch (DirectoryNotFoundException)
        {
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    // After the service's name come a time and a random part of fixed lengths.
    private static bool IsOf(string service, string id) =>
        id.StartsWith(service + "-", StringComparison.Ordinal) && id.Length == service.Length + "-20261231T235959Z-01234567".Length;

    // Null when another process has finished the enrollment in this moment.
    private static JournalRecord? ReadRecord(string path)
    {
        string id = Path.GetFileName(path);
        try
        {
            JournalEntry entry = JournalEntryFormat.Read(File.ReadAllBytes(Path.Combine(path, EntryFile)));

            // What an entry names is deleted with it: a copied or altered one must not name what belongs to another.
            return entry.Id == id && entry.KeyName == Reservation.NameOfKey(id)
                ? new JournalRecord(id, entry, null)
                : throw new JsonFormatException("$.id", "is not that of its folder and its key");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonFormatException)
        {
            return new JournalRecord(id, null, exception.Message);
        }
    }

    private string[] Folders()
    {
        string[] folders = [];
        Attempt(() => folders = FoldersIn(folder));
        return [.. folders.OrderBy(path => path, StringComparer.Ordinal)];
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

    private string FolderOf(string id) => Path.Combine(folder, id);

    private void Attempt(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NaccsException(ErrorId.JournalUnavailable, folder, exception, exception.Message);
        }
    }
}
