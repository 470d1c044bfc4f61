using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using NaccsCert.Enrollment;
using NaccsCert.Enrollment.Journal;
using NaccsCert.IO;
using NaccsCert.Keys.Providers;
using NaccsCert.Services;
using NaccsCert.Stores;
using NaccsCert.TestSupport;
using NaccsCert.Time;
using NaccsCert.Validation.Installed;
using NaccsCert.Validation.Origin;
using NaccsCert.Windows;

namespace NaccsCert.Harnesses.Durability.Homes;

/// <summary>Owns the home of a process, and gives access to what is in it.</summary>
internal sealed class KilledProcessHome : IDisposable
{
    private static readonly string[] StoreNames = ["My", "CA", "Root"];

    private readonly ScratchHome _home = new();

    /// <summary>The variables that give a process this home.</summary>
    public IReadOnlyDictionary<string, string> Variables => _home.Environment;

    public string FullPath => _home.FullPath;

    /// <summary>The journal's folder.</summary>
    public string Enrollments => Member(".local/share/NaccsCert/enrollments");

    /// <summary>The journal.</summary>
    public EnrollmentJournal Journal => new(Folder(Enrollments));

    /// <summary>The folder of what enrollments have proven.</summary>
    public string History => Member(".local/share/NaccsCert/history");

    /// <summary>The folder of the key files.</summary>
    public string Keys => Member(".local/share/NaccsCert/keys");

    /// <summary>The store for client certificates.</summary>
    public FolderStore My => Store("My");

    /// <summary>The folder of a certificate store.</summary>
    public string StoreFolder(string name) => Member($".dotnet/corefx/cryptography/x509stores/{name.ToLowerInvariant()}");

    public FolderStore Store(string name) => new(name, StoreFolder(name), new FileArchiveMarks(Folder(Member(".local/share/NaccsCert/archive"))));

    /// <summary>This home for work within this process, whose own home holds the keys meanwhile.</summary>
    public EnrollmentServices Environment() =>
        new(new SystemClock(), new KeyProviders(Folder(Keys)).Open, Store, Journal, CanAskUser: false)
        {
            Histories = new EnrollmentHistoryFile(Folder(History)),
        };

    /// <summary>The certificates of a service in this home.</summary>
    public InstalledCertificates Certificates(ServiceDefinition definition) =>
        new CertificateInventory(Store, new EnrollmentHistoryFile(Folder(History)), new SystemClock()).List("My", definition);

    /// <summary>What a finished enrollment must not leave behind: keys, entries, temporary and torn files.</summary>
    public IReadOnlyList<string> Orphans() =>
    [
        .. Entries(Keys),
        .. Directory.Exists(Enrollments) ? Directory.GetDirectories(Enrollments) : [],
        .. Directory.GetFiles(FullPath, "*.tmp", SearchOption.AllDirectories),
        .. StoreNames.SelectMany(name => Store(name).TornFiles()),
    ];

    /// <summary>Makes it as good as new for another case, without a new process.</summary>
    public void Clear()
    {
        foreach (string name in new[] { ".local", ".dotnet" }.Select(Member).Where(Directory.Exists))
        {
            Directory.Delete(name, recursive: true);
        }
    }

    public void Dispose() => _home.Dispose();

    private static string[] Entries(string folder) => Directory.Exists(folder) ? Directory.GetFileSystemEntries(folder) : [];

    private static PrivateFolder Folder(string path) => new(path, FilePermissions.OfThisPlatform);

    private string Member(string name) => Path.Combine(FullPath, name);
}
