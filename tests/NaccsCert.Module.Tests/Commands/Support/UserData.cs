using System;
using System.IO;
using System.Linq;

namespace NaccsCert.Module.Tests.Commands.Support;

/// <summary>What the module keeps for the user: entries of the journal and, where keys are files, keys.</summary>
internal static class UserData
{
    /// <summary>The folder of all of it.</summary>
    public static string Folder => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "NaccsCert");

    /// <summary>The folders and files of all enrollments of a service.</summary>
    /// <param name="service">The service's name.</param>
    public static string[] OfService(string service) => Of(service + "-");

    /// <summary>The folders and files of an enrollment.</summary>
    /// <param name="name">The enrollment's name.</param>
    public static string[] Of(string name) => Directory.Exists(Folder)
        ? Directory.GetFileSystemEntries(Folder, $"*{name}*", SearchOption.AllDirectories)
        : [];

    /// <summary>The folder of an enrollment in the journal.</summary>
    /// <param name="id">The enrollment's name.</param>
    public static string EntryOf(string id) => Path.Combine(Folder, "enrollments", id);

    /// <summary>Whether an entry of a service in the journal has a word in it, in whatever case.</summary>
    /// <param name="service">The service's name.</param>
    /// <param name="word">The word.</param>
    public static bool HasEntryWith(string service, string word) => OfService(service)
        .Select(folder => Path.Combine(folder, "entry.json"))
        .Any(entry => File.Exists(entry) && File.ReadAllText(entry).Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The lock of a service, held for oneself alone as a process that enrolls does.</summary>
    /// <param name="service">The service's name.</param>
    public static IDisposable HoldLock(string service) => new FileStream(
        Path.Combine(Folder, "enrollments", service + ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
}
