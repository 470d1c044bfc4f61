using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using NaccsCert.Files;
using NaccsCert.Services.Json;

namespace NaccsCert.Enrollment.Journal;

/// <summary>The unfinished enrolments of the signed-in user: one owner-only folder each.</summary>
/// <param name="folder">The folder of all; made when it is first needed.</param>
public sealed class EnrollmentJournal(string folder)
{
    private const string EntryFile = "entry.json";

    /// <summary>Writes an entry, so that it survives a crash of this process or of the computer.</summary>
    /// <param name="entry">The entry.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.JournalUnavailable"/>.</exception>
    public void Write(JournalEntry entry)
    {
        try
        {
            OwnerOnly.CreateFolder(FolderOf(entry.Id));
            OwnerOnly.WriteAtomically(Path.Combine(FolderOf(entry.Id), EntryFile), JournalEntryFormat.Write(entry));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NaccsException(ErrorId.JournalUnavailable, folder, exception, exception.Message);
        }
    }

    /// <summary>Reads every entry that can be read, oldest first.</summary>
    /// <returns>The entries; a damaged one stands in nobody's way.</returns>
    public IReadOnlyList<JournalEntry> Read() =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateDirectories(folder).Select(ReadEntry).OfType<JournalEntry>().OrderBy(entry => entry.Created)]
            : [];

    /// <summary>Removes the entry of an enrolment that is proven or given up.</summary>
    /// <param name="id">The entry's name.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.JournalUnavailable"/>.</exception>
    public void Remove(string id)
    {
        try
        {
            Directory.Delete(FolderOf(id), recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody else has finished it.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NaccsException(ErrorId.JournalUnavailable, folder, exception, exception.Message);
        }
    }

    private static JournalEntry? ReadEntry(string path)
    {
        try
        {
            return JournalEntryFormat.Read(File.ReadAllBytes(Path.Combine(path, EntryFile)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonFormatException)
        {
            return null;
        }
    }

    private string FolderOf(string id) => Path.Combine(folder, id);
}
