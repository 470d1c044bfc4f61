using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using NaccsCert.Enrollment.Journal;
using NaccsCert.IO;
using NaccsCert.Keys.Files;
using NaccsCert.Renewal;
using NaccsCert.Services;
using NaccsCert.Tests.Services;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport;
using NaccsCert.Validation.Origin;
using Xunit;

namespace NaccsCert.Tests.Paths;

/// <summary>Whatever is read ends at a bound, with an error that has an identity.</summary>
public sealed class BoundedReadingTests : IDisposable
{
    private const string JournalEntry = "svc-20261231T235959Z-01234567";

    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData(EndlessFiles.Huge, ErrorId.ServiceDefinitionInvalid)]
    [InlineData(EndlessFiles.Pipe, ErrorId.ServiceDefinitionNotFound)]
    [InlineData(EndlessFiles.Device, ErrorId.ServiceDefinitionNotFound)]
    public void A_service_definition(string kind, ErrorId expected)
    {
        EndlessFiles.Make(kind, _scratch.Member("endless.json"));
        AssertFails(expected, () => new ServiceDefinitionSource([]).Load(_scratch.Member("endless.json")));
    }

    [Theory]
    [InlineData(EndlessFiles.Huge)]
    [InlineData(EndlessFiles.Pipe)]
    [InlineData(EndlessFiles.Device)]
    public void The_file_of_a_trust_anchor(string kind)
    {
        EndlessFiles.Make(kind, _scratch.Member("anchor.pem"));
        JsonObject json = BadDefinitions.Good();
        json["trustAnchors"]![0]!["file"] = "anchor.pem";
        File.WriteAllText(_scratch.Member("definition.json"), json.ToJsonString());

        NaccsException error = AssertFails(
            ErrorId.ServiceDefinitionInvalid, () => new ServiceDefinitionSource([]).Load(_scratch.Member("definition.json")));
        Assert.Contains("$.trustAnchors[0].file", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EndlessFiles.Huge, ErrorId.FileTooLarge)]
    [InlineData(EndlessFiles.Pipe, ErrorId.FileNotRegular)]
    [InlineData(EndlessFiles.Device, ErrorId.FileNotRegular)]
    public void A_file_of_certificates_that_the_user_names(string kind, ErrorId expected)
    {
        EndlessFiles.Make(kind, _scratch.Member("root.cer"));
        AssertFails(expected, () => BoundedFile.Read(_scratch.Member("root.cer")));
    }

    [Theory]
    [InlineData(EndlessFiles.Huge)]
    [InlineData(EndlessFiles.Pipe)]
    [InlineData(EndlessFiles.Device)]
    public void An_entry_of_the_journal_which_is_set_aside(string kind)
    {
        Directory.CreateDirectory(_scratch.Member(JournalEntry));
        EndlessFiles.Make(kind, _scratch.Member(Path.Combine(JournalEntry, "entry.json")));
        JournalRecord record = Assert.Single(new EnrollmentJournal(ScratchFolders.At(_scratch.FullPath)).Records());
        Assert.Null(record.Entry);
        Assert.NotEmpty(record.Damage!);
    }

    [Theory]
    [InlineData(EndlessFiles.Huge, null)]
    [InlineData(EndlessFiles.Pipe, ErrorId.DataFolderUnsafe)]
    [InlineData(EndlessFiles.Device, ErrorId.DataFolderUnsafe)]
    public void What_the_reminder_remembers_which_begins_anew_or_is_refused(string kind, ErrorId? expected)
    {
        EndlessFiles.Make(kind, _scratch.Member("state.json"));
        var file = new ReminderFile(ScratchFolders.At(_scratch.FullPath));
        if (expected is { } id)
        {
            AssertFails(id, () => file.Read());
        }
        else
        {
            Assert.Equal(ReminderState.Empty, file.Read());
        }
    }

    [Theory]
    [InlineData(EndlessFiles.Huge, null)]
    [InlineData(EndlessFiles.Pipe, ErrorId.DataFolderUnsafe)]
    [InlineData(EndlessFiles.Device, ErrorId.DataFolderUnsafe)]
    public void The_history_which_counts_as_none_or_is_refused(string kind, ErrorId? expected)
    {
        EndlessFiles.Make(kind, _scratch.Member("svc.json"));
        var file = new EnrollmentHistoryFile(ScratchFolders.At(_scratch.FullPath));
        if (expected is { } id)
        {
            AssertFails(id, () => file.Read("svc"));
        }
        else
        {
            Assert.Equal(EnrollmentHistory.Empty, file.Read("svc"));
        }
    }

    [Theory]
    [InlineData(EndlessFiles.Huge, null)]
    [InlineData(EndlessFiles.Pipe, ErrorId.DataFolderUnsafe)]
    [InlineData(EndlessFiles.Device, ErrorId.DataFolderUnsafe)]
    public void A_key_which_is_no_key_or_is_refused(string kind, ErrorId? expected)
    {
        EndlessFiles.Make(kind, _scratch.Member("name.key"));
        var keys = new FileKeyProvider(ScratchFolders.At(_scratch.FullPath));
        if (expected is { } id)
        {
            AssertFails(id, () => keys.Open("name", KeyAlgorithm.EcdsaP256));
        }
        else
        {
            Assert.Null(keys.Open("name", KeyAlgorithm.EcdsaP256));
        }
    }

    [Fact]
    public void A_file_that_says_that_it_is_empty_is_read_all_the_same()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has /proc.");
        Assert.Equal(0, new FileInfo("/proc/self/status").Length);
        Assert.Equal(101, RegularFile.Read("/proc/self/status", 100).Length);
        Assert.Equal((byte)'N', RegularFile.Read("/proc/self/status", 1_000_000).First());
    }

    [Theory]
    [InlineData(0, 10, 0)]
    [InlineData(10, 10, 10)]
    [InlineData(11, 10, 11)]
    [InlineData(200_000, 10, 11)]
    [InlineData(200_000, 300_000, 200_000)]
    public void No_more_is_read_than_tells_that_it_is_too_much(int length, int bound, int read)
    {
        File.WriteAllBytes(_scratch.Member("file"), new byte[length]);
        Assert.Equal(read, RegularFile.Read(_scratch.Member("file"), bound).Length);
    }

    private static NaccsException AssertFails(ErrorId expected, Action action)
    {
        NaccsException error = Assert.Throws<NaccsException>(action);
        Assert.Equal(expected, error.ErrorId);
        return error;
    }
}
