using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using NaccsCert.Renewal;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport;
using NaccsCert.Windows;
using Xunit;

namespace NaccsCert.Tests.Reminders;

/// <summary>One small file for each user and computer, whole or not at all, as a rule once a day.</summary>
public sealed class ComplianceReporterTests : IDisposable
{
    private const string UserId = "S-1-5-21-1-2-3-1001";

    // Shortly before midnight where the user is.
    private static readonly DateTimeOffset Evening = new(2026, 11, 29, 14, 50, 0, TimeSpan.Zero);

    private const string Silent = @"\\silent\reports";

    private readonly ScratchDirectory _scratch = new();
    private readonly string _share;
    private readonly ComplianceReporter _reporter;

    public ComplianceReporterTests()
    {
        _share = Directory.CreateDirectory(_scratch.Member("share")).FullName;
        _reporter = NewReporter("memory");
    }

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void It_says_all_that_a_fleet_report_needs_in_ASCII_and_by_a_format()
    {
        string path = _reporter.Write(_share, Result(Evening, Plan("名古屋01")), UserId)!;

        byte[] content = File.ReadAllBytes(path);
        Assert.All(content, character => Assert.InRange(character, (byte)'\n', (byte)'~'));
        JsonNode report = JsonNode.Parse(content)!;
        Assert.Equal(
            (1, "2026-11-29T14:50:00Z", "PC01", @"CORP\taro", UserId, "1.2.0", "RenewalDue", false),
            ((int)report["format"]!, (string?)report["time"], (string?)report["computer"], (string?)report["user"], (string?)report["userId"],
                (string?)report["moduleVersion"], (string?)report["code"], (bool)report["compliant"]!));
        JsonNode certificate = Assert.Single(report["certificates"]!.AsArray())!;
        Assert.Equal(
            ("名古屋01", "RenewalDue", "RenewalDue", 1),
            ((string?)certificate["terminal"], (string?)certificate["code"], (string?)certificate["status"], (int)certificate["daysLeft"]!));
        Assert.Equal([path], Directory.GetFileSystemEntries(_share));
    }

    [Fact]
    public void It_is_written_once_on_a_day_of_the_user()
    {
        Assert.NotNull(_reporter.Write(_share, Result(Evening), UserId));
        Assert.Null(_reporter.Write(_share, Result(Evening.AddMinutes(9)), UserId));
        Assert.NotNull(_reporter.Write(_share, Result(Evening.AddMinutes(11)), UserId));
    }

    [Fact]
    public void It_is_written_again_as_soon_as_it_says_something_else_or_goes_elsewhere()
    {
        RenewalPlan plan = Plan("1TEST01");
        Assert.NotNull(_reporter.Write(_share, Result(Evening, plan), UserId));
        Assert.Null(_reporter.Write(_share, Result(Evening, plan with { DaysLeft = 0, Reason = "in another language" }), UserId));
        Assert.NotNull(_reporter.Write(_share, Result(Evening, plan with { Thumbprint = "BB02" }), UserId));
        Assert.NotNull(_reporter.Write(_share, Result(Evening), UserId));
        Assert.NotNull(_reporter.Write(Directory.CreateDirectory(_scratch.Member("other")).FullName, Result(Evening), UserId));
    }

    [Fact]
    public void What_could_not_be_written_is_due_again()
    {
        Directory.Delete(_share);
        NaccsException error = Assert.Throws<NaccsException>(() => _reporter.Write(_share, Result(Evening), UserId));
        Assert.Equal(ErrorId.ReportUnwritable, error.ErrorId);
        Assert.False(Directory.Exists(_share));

        Directory.CreateDirectory(_share);
        Assert.NotNull(_reporter.Write(_share, Result(Evening), UserId));
    }

    [Fact]
    public void Nothing_of_a_server_is_touched_that_does_not_answer()
    {
        NaccsException error = Assert.Throws<NaccsException>(() => _reporter.Write(Silent, Result(Evening), UserId));
        Assert.Equal(ErrorId.ReportUnwritable, error.ErrorId);
        Assert.Contains("445", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_is_asked_where_the_folder_is_of_one()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        Assert.True(ShareServer.Connects("127.0.0.1", port, TimeSpan.FromMinutes(1)));
        listener.Stop();
        Assert.False(ShareServer.Connects("127.0.0.1", port, TimeSpan.FromMinutes(1)));
        Assert.False(ShareServer.Connects("server.invalid", port, TimeSpan.FromMinutes(1)));

        Assert.Equal("server", ShareServer.HostOf(@"\\server\share\folder"));
        Assert.True(ShareServer.Answers(_share));
        Assert.True(ShareServer.Answers(@"D:\reports"));
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_no_reason_to_leave_anything()
    {
        Directory.CreateDirectory(Path.Combine(_share, ComplianceReport.FileName("PC01", UserId)));
        Assert.Throws<NaccsException>(() => _reporter.Write(_share, Result(Evening), UserId));
        Assert.Single(Directory.GetFileSystemEntries(_share));
    }

    [Fact]
    public void What_is_remembered_may_be_damaged()
    {
        Directory.CreateDirectory(_scratch.Member("memory"));
        File.WriteAllText(Path.Combine(_scratch.Member("memory"), "state.json"), "{");
        Assert.NotNull(_reporter.Write(_share, Result(Evening), UserId));
        Assert.Null(_reporter.Write(_share, Result(Evening), UserId));
    }

    [Fact]
    public async Task Whoever_reads_while_many_write_reads_a_whole_report()
    {
        string path = _reporter.Write(_share, Result(Evening), UserId)!;
        Task[] writers =
        [
            .. Enumerable.Range(0, 4).Select(number => Task.Run(() =>
            {
                ComplianceReporter reporter = NewReporter($"memory{number}");
                for (int minute = 0; minute < 20; minute++)
                {
                    reporter.Write(_share, Result(Evening, Plan($"1TEST{number}", $"{number}{minute}")), UserId);
                }
            })),
        ];
        var all = Task.WhenAll(writers);
        do
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Assert.Equal(1, (int)(await JsonNode.ParseAsync(file, cancellationToken: TestContext.Current.CancellationToken))!["format"]!);
        }
        while (!all.IsCompleted);
        await all;
        Assert.Equal([path], Directory.GetFileSystemEntries(_share));
    }

    [Fact]
    public void Names_of_files_are_safe_and_no_two_users_or_computers_have_the_same()
    {
        (string, string)[] origins =
            [("PC01", "S-1"), ("PC0", "1_S-1"), ("PC0_1", "S-1"), ("PC_01", "S-1"), ("経理PC", "S-1"), ("PC", "../../S-1"), ("PC", @"a\b"), ("PC/a", "b")];
        string[] names = [.. origins.Select(origin => ComplianceReport.FileName(origin.Item1, origin.Item2))];

        Assert.Equal("PC01_S-1.json", names[0]);
        Assert.Distinct(names);
        Assert.All(names, name => Assert.Matches(@"^[A-Za-z0-9%._-]+\.json$", name));
    }

    private ComplianceReporter NewReporter(string memory) =>
        new(ScratchFolders.At(_scratch.Member(memory)), Certificates.Tokyo, folder => folder != Silent);

    private static ComplianceResult Result(DateTimeOffset time, params RenewalPlan[] plans) =>
        Compliance.Evaluate(null, plans, requireCertificate: false, new ComplianceOrigin("PC01", @"CORP\taro", "1.2.0", time));

    private static RenewalPlan Plan(string terminal, string thumbprint = "AA01")
    {
        DateTimeOffset now = Certificates.NotAfter.AddDays(-1);
        return new RenewalPlanner(Certificates.Silent, now, Certificates.Tokyo)
            .Plan(Certificates.Of(CertificateStatus.RenewalDue, now)) with
        {
            Status = RenewalPlanStatus.RenewalDue,
            Terminal = terminal,
            Thumbprint = thumbprint,
        };
    }
}
