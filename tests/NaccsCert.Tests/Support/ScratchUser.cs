using System;
using System.Collections.Generic;
using System.IO;
using NaccsCert.Enrollment;
using NaccsCert.Enrollment.Events;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Services;
using NaccsCert.Stores;
using NaccsCert.TestSupport;
using NaccsCert.Time;
using NaccsCert.Validation.Installed;
using NaccsCert.Validation.Origin;

namespace NaccsCert.Tests.Support;

/// <summary>A user with stores, keys and a journal of their own, in the scratch home of the test process.</summary>
internal sealed class ScratchUser : IDisposable
{
    private readonly ScratchDirectory _data = new();
    private readonly string _suffix = Guid.NewGuid().ToString("N")[..8];

    public ScratchUser(IClock? clock = null, IProgress<EnrollmentEvent>? events = null)
    {
        Journal = new EnrollmentJournal(ScratchFolders.At(JournalFolder));
        Environment = new EnrollmentServices(clock ?? new SystemClock(), Keys.Open, Store, Journal, CanAskUser: false)
        {
            Histories = new EnrollmentHistoryFile(ScratchFolders.At(HistoryFolder)),
            Events = events ?? EventSourceSink.Instance,
        };
    }

    public EnrollmentServices Environment { get; init; }

    public RememberedKeys Keys { get; } = new();

    public EnrollmentJournal Journal { get; }

    public IArchiveMarks Marks => new FileArchiveMarks(ScratchFolders.At(_data.Member("archive")));

    public string HistoryFolder => _data.Member("history");

    public string JournalFolder => _data.Member("enrollments");

    public UserCertificateStore Store(string name) => new(name + _suffix, Marks);

    public IReadOnlyList<StoredCertificate> Certificates(ServiceDefinition definition) => Inventory.List("My", definition).Certificates;

    public CertificateInventory Inventory => new(Store, Environment.Histories, Environment.Clock);

    public void Dispose()
    {
        string stores = Path.Combine(
            System.Environment.GetEnvironmentVariable("HOME")!, ".dotnet/corefx/cryptography/x509stores");
        foreach (string store in Directory.Exists(stores) ? Directory.GetDirectories(stores, "*" + _suffix) : [])
        {
            Directory.Delete(store, recursive: true);
        }

        Keys.DeleteAll();
        _data.Dispose();
    }
}
