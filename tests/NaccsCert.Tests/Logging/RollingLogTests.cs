using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using NaccsCert.IO;
using NaccsCert.Logging;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Tests.Logging;

/// <summary>A log of bounded size, whoever writes into it.</summary>
public sealed class RollingLogTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    private string Folder => _scratch.Member("logs");

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Files_roll_in_their_order_stay_within_their_size_and_the_oldest_gives_way()
    {
        RollingLog log = New(maxFileBytes: 100, olderFiles: 2);
        foreach (int number in Enumerable.Range(0, 50))
        {
            Assert.True(log.Append(Line(number, 19)));
        }

        string[] names = ["naccscert.2.jsonl", "naccscert.1.jsonl", "naccscert.jsonl"];
        Assert.Equal(names.Append("lock").Order(), Directory.GetFiles(Folder).Select(Path.GetFileName).Order());
        Assert.All(names, name => Assert.Equal(100, new FileInfo(Path.Combine(Folder, name)).Length));
        Assert.Equal(
            Enumerable.Range(35, 15).Select(number => Line(number, 19)),
            names.SelectMany(name => File.ReadAllLines(Path.Combine(Folder, name))));
    }

    [Fact]
    public void A_file_is_full_with_the_byte_that_would_be_too_many()
    {
        RollingLog log = New(maxFileBytes: 40, olderFiles: 1);
        log.Append(new string('a', 19));
        log.Append(new string('b', 19));
        Assert.False(File.Exists(Path.Combine(Folder, "naccscert.1.jsonl")));
        log.Append("c");
        Assert.Equal("c\n", File.ReadAllText(log.Current));
        Assert.Equal(40, new FileInfo(Path.Combine(Folder, "naccscert.1.jsonl")).Length);
    }

    [Fact]
    public void A_later_process_goes_on_where_the_last_one_ended()
    {
        New().Append("first");
        New().Append("second");
        Assert.Equal(["first", "second"], File.ReadAllLines(New().Current));
    }

    // Each writer has a lock of its own on the file, as processes have.
    [Fact]
    public async Task Writers_at_once_lose_no_line_and_mix_none()
    {
        const int Writers = 4, Lines = 250;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() =>
        {
            RollingLog log = New(maxFileBytes: 20_000, olderFiles: 9);
            foreach (int number in Enumerable.Range(0, Lines))
            {
                Assert.True(log.Append(Line((writer * Lines) + number, 60)));
            }
        })));

        string[] lines = [.. Directory.GetFiles(Folder, "*.jsonl").SelectMany(File.ReadAllLines)];
        Assert.Equal(Enumerable.Range(0, Writers * Lines).Select(number => Line(number, 60)), lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Threads_of_one_process_write_in_turns()
    {
        RollingLog log = New();
        Parallel.For(0, 500, number => Assert.True(log.Append(Line(number, 60))));
        Assert.Equal(Enumerable.Range(0, 500).Select(number => Line(number, 60)), File.ReadAllLines(log.Current).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Where_no_folder_can_be_made_a_line_is_dropped_and_nothing_thrown()
    {
        File.WriteAllText(Folder, "a file in its place");
        Assert.False(New().Append("line"));
    }

    [Fact]
    public void Where_its_file_cannot_be_written_a_line_is_dropped_and_nothing_thrown()
    {
        RollingLog log = New();
        Directory.CreateDirectory(log.Current);
        Assert.False(log.Append("line"));
        Directory.Delete(log.Current);
        Assert.True(log.Append("line"));
    }

    [Fact]
    public void A_lock_that_somebody_keeps_stops_nobody_and_the_log_goes_on_after_it()
    {
        RollingLog log = New();
        PrivateFiles.CreateFolder(Folder);
        using (FileLock.TryTake(Path.Combine(Folder, "lock")))
        {
            Assert.False(log.Append("dropped"));
            Assert.False(log.Append("dropped too"));
        }

        Assert.True(log.Append("kept"));
        Assert.Equal(["kept"], File.ReadAllLines(log.Current));
    }

    [Fact]
    public void Nobody_else_can_read_it()
    {
        RollingLog log = New(maxFileBytes: 5);
        log.Append("first");
        log.Append("second");
        PrivateFilesChecks.AssertOwnerOnly(Folder, Directory.GetFiles(Folder, "*.jsonl"));
    }

    private static string Line(int number, int length) => number.ToString(CultureInfo.InvariantCulture).PadLeft(length, '0');

    private RollingLog New(int maxFileBytes = 1_000_000, int olderFiles = 3) => new(ScratchFolders.At(Folder), maxFileBytes, olderFiles);
}
