using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using NaccsCert.Renewal;
using NaccsCert.Reports;
using NaccsCert.Tests.Reminders;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Tests.Reports;

/// <summary>What becomes of a folder that many computers write their reports to: of good files, and of all others.</summary>
public sealed class CollectedReportsTests : IDisposable
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    private readonly ScratchDirectory _scratch = new();
    private readonly string _share;
    private readonly List<UnreadReport> _unread = [];

    public CollectedReportsTests() => _share = Directory.CreateDirectory(_scratch.Member("share")).FullName;

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void What_was_written_is_read_again()
    {
        RenewalPlan plan = Plan("名古屋01");
        string path = Write("PC01", "S-1-5-21-1001", Morning, plan);

        CollectedReport report = Assert.Single(Read(_share));

        Assert.Equal(
            (path, Morning, "PC01", @"CORP\taro", "S-1-5-21-1001", "1.2.0", ComplianceCode.RenewalDue, false),
            (report.Path, report.Time, report.ComputerName, report.UserName, report.UserId, report.ModuleVersion, report.Code, report.IsCompliant));
        CollectedCertificate certificate = Assert.Single(report.Certificates);
        Assert.Equal(
            ("名古屋01", ComplianceCode.RenewalDue, CertificateStatus.RenewalDue, plan.Service, plan.Thumbprint),
            (certificate.Terminal, certificate.Code, certificate.Status, certificate.Service, certificate.Thumbprint));
        Assert.Equal(
            (plan.NotAfter, plan.RenewalOpens, plan.SilentRenewal),
            (certificate.NotAfter, certificate.RenewalOpens, certificate.SilentRenewal));
        Assert.Empty(_unread);
    }

    [Fact]
    public void The_newest_of_a_user_and_computer_counts_in_whatever_order_they_come()
    {
        string copy = Directory.CreateDirectory(_scratch.Member("copy")).FullName;
        Write("PC01", "S-1", Morning);
        File.Move(Write("PC01", "S-1", Morning.AddDays(1)), Path.Combine(copy, "PC01_S-1.json"));
        Write("PC01", "S-1", Morning);
        File.Copy(Path.Combine(_share, "PC01_S-1.json"), Path.Combine(copy, "PC01_S-1 (2).json"));
        Write("PC01", "S-2", Morning);

        foreach (string[] paths in new[] { new[] { _share, copy }, [copy, _share] })
        {
            Assert.Equal(
                [("S-1", Morning.AddDays(1)), ("S-2", Morning)],
                Read(paths).Select(report => (report.UserId, report.Time)));
        }
    }

    [Fact]
    public void A_file_that_is_no_report_is_named_and_stops_no_other()
    {
        byte[] good = File.ReadAllBytes(Write("PC01", "S-1", Morning, Plan("1AAA0001")));
        string text = System.Text.Encoding.ASCII.GetString(good);
        var bad = new Dictionary<string, byte[]>
        {
            ["empty"] = [],
            ["half"] = good[..(good.Length / 2)],
            ["foreign"] = "{\"name\":\"package\"}"u8.ToArray(),
            ["newer"] = Bytes(text.Replace("\"format\":1", "\"format\":2", StringComparison.Ordinal)),
            ["moment"] = Bytes(text.Replace("\"time\":\"2026", "\"time\":\"vorgestern", StringComparison.Ordinal)),
            ["deep"] = Bytes(new string('[', 100_000)),
            ["large"] = Bytes("{\"format\":1,\"computer\":\"" + new string('x', 2_000_000) + "\"}"),
            ["binary"] = [0, 255, 1, 254],
        };
        foreach (KeyValuePair<string, byte[]> file in bad)
        {
            File.WriteAllBytes(Path.Combine(_share, file.Key + ".json"), file.Value);
        }

        File.WriteAllText(Path.Combine(_share, "notes.txt"), "not looked at");
        Directory.CreateDirectory(Path.Combine(_share, "folder.json"));

        Assert.Equal("PC01", Assert.Single(Read(_share)).ComputerName);
        Assert.Equal(
            bad.Keys.Order(StringComparer.Ordinal),
            _unread.Select(unread => Path.GetFileNameWithoutExtension(unread.Path)).Order(StringComparer.Ordinal));
        Assert.All(_unread, unread => Assert.Contains(unread.Path, unread.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Texts_of_others_cannot_steer_a_console_or_fill_a_screen()
    {
        string path = Write("PC01", "S-1", Morning, Plan("1AAA0001"));
        File.WriteAllText(path, File.ReadAllText(path)
            .Replace("PC01", @"PC\u001b[31m\u202e01", StringComparison.Ordinal)
            .Replace("1AAA0001", "1AAA" + new string('0', 5000), StringComparison.Ordinal));

        CollectedReport report = Assert.Single(Read(_share));

        Assert.Equal("PC[31m01", report.ComputerName);
        Assert.Equal(256, report.Certificates[0].Terminal.Length);
    }

    [Fact]
    public void What_a_newer_module_adds_is_no_error()
    {
        string path = Write("PC01", "S-1", Morning, Plan("1AAA0001"));
        File.WriteAllText(path, File.ReadAllText(path)
            .Replace("\"format\":1", "\"format\":1,\"new\":{}", StringComparison.Ordinal)
            .Replace("\"RenewalDue\"", "\"Archived\"", StringComparison.Ordinal));

        CollectedReport report = Assert.Single(Read(path));

        Assert.Equal(("Archived", null, null), (report.CodeName, report.Code, report.Certificates[0].Status));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error() =>
        Assert.Equal(ErrorId.ReportsUnreadable, Assert.Throws<NaccsException>(() => Read(_scratch.Member("nowhere"))).ErrorId);

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private IReadOnlyList<CollectedReport> Read(params string[] paths) =>
        CollectedReports.Read(paths, _unread.Add, TestContext.Current.CancellationToken);

    private string Write(string computer, string userId, DateTimeOffset time, params RenewalPlan[] plans)
    {
        var reporter = new ComplianceReporter(ScratchFolders.At(_scratch.Member("memory")), Certificates.Tokyo, _ => true);
        var origin = new ComplianceOrigin(computer, @"CORP\taro", "1.2.0", time);
        string path = reporter.Write(_share, Compliance.Evaluate(null, plans, requireCertificate: false, origin), userId)
            ?? throw new InvalidOperationException("No report was due.");
        Directory.Delete(_scratch.Member("memory"), recursive: true);
        return path;
    }

    private static RenewalPlan Plan(string terminal)
    {
        DateTimeOffset now = Certificates.NotAfter.AddDays(-1);
        return new RenewalPlanner(Certificates.Silent, now, Certificates.Tokyo)
            .Plan(Certificates.Of(CertificateStatus.RenewalDue, now)) with
        {
            Status = RenewalPlanStatus.RenewalDue,
            Terminal = terminal,
        };
    }
}
