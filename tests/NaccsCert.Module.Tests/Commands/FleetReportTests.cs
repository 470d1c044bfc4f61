using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json;
using System.Text.Json.Nodes;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>New-NaccsFleetReport, from files, from Intune's export and from objects, as administrators call it.</summary>
public sealed class FleetReportTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    private string Reports => Directory.CreateDirectory(Scratch.Member("reports")).FullName;

    private string Page => Scratch.Member("fleet.html");

    [Fact]
    public void Report_files_become_a_page_a_table_and_a_document_and_broken_ones_are_named()
    {
        ReadInEnglish();
        Write("PC01", "Valid", 1800, "1AAA0001");
        Write("PC02", "RenewalDue", 20, "=1AAA0002");
        Write("PC03", "Valid", 3, "1AAA0003", daysAgo: 40);
        File.WriteAllText(Path.Combine(Reports, "half.json"), "{ \"format\": 1,");
        SessionRun run = Invoke(
            "New-NaccsFleetReport $reports $page -ExpectedComputer pc01.example.co.jp, PC09 -Language ja", ("reports", Reports), ("page", Page));

        PSObject record = run.Result();
        Assert.Equal(
            (3, 3, 1, 1, 2),
            ((int)record.Properties["Computers"].Value, (int)record.Properties["Certificates"].Value, (int)record.Properties["Due"].Value,
                (int)record.Properties["Failed"].Value, (int)record.Properties["NotReported"].Value));
        Assert.Contains("half.json", Assert.Single(run.Warnings), StringComparison.Ordinal);
        string page = File.ReadAllText(Page);
        Assert.Contains("<html lang=\"ja\">", page, StringComparison.Ordinal);
        Assert.Contains("default-src &#39;none&#39;; style-src &#39;sha256-", page, StringComparison.Ordinal);
        Assert.Contains("期限切れ", page, StringComparison.Ordinal);
        Assert.Contains("half.json", page, StringComparison.Ordinal);

        string[] table = File.ReadAllLines(Scratch.Member("fleet.csv"));
        Assert.Equal(4, table.Length);
        Assert.Contains(table, line => line.StartsWith("\"PC02\",\"EXAMPLE\\sato\",\"'=1AAA0002\",\"RenewalDue\"", StringComparison.Ordinal));
        Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(Scratch.Member("fleet.csv"))[..3]);

        JsonNode document = JsonNode.Parse(File.ReadAllText(Scratch.Member("fleet.json")).TrimStart('\uFEFF'))!;
        Assert.Equal(["PC03", "PC02", "PC01"], document["Rows"]!.AsArray().Select(row => (string)row!["ComputerName"]!));
        Assert.Equal(["Expired", "RenewalDue", "Valid"], document["Rows"]!.AsArray().Select(row => (string)row!["State"]!));
        Assert.Equal(["PC09", "PC03"], document["Silent"]!.AsArray().Select(silence => (string)silence!["ComputerName"]!));
    }

    [Theory]
    [InlineData("-IntunePath $csv")]
    [InlineData("", "$rows | ")]
    public void Devices_of_Intune_are_judged_by_their_last_output(string option, string before = "")
    {
        string time = Text(DateTimeOffset.UtcNow);
        string Line(string code, int days) => "{\"naccs\":\"detect\",\"code\":\"" + code + "\",\"exit\":" + (code == "Valid" ? 0 : 1)
            + ",\"count\":1,\"certificates\":[{\"terminal\":\"1AAA0001\",\"code\":\"" + code + "\",\"days\":" + days.ToString(CultureInfo.InvariantCulture)
            + "}],\"time\":\"" + time + "\",\"version\":\"0.1.0\"}";
        string[][] devices =
        [
            ["DeviceName", "UPN", "ModifiedTime", "PreRemediationDetectionScriptOutput", "PostRemediationDetectionScriptOutput", "RemediationScriptErrorDetails"],
            ["PC01", "sato@example.co.jp", time, Line("RenewalDue", 10), Line("Valid", 1855), ""],
            ["PC02", "ito@example.co.jp", time, Line("RenewalDue", 10), Line("RenewalDue", 10), "name not resolved"],
            ["PC03", "kato@example.co.jp", time, "{\"naccs\":\"detect\",\"code\":\"ModuleMissing\",\"exit\":1}", "", ""],
            ["PC04", "abe@example.co.jp", "", "{\"naccs\":\"detect\",\"co", "", ""],
        ];
        string csv = Scratch.Member("states.csv");
        File.WriteAllLines(csv, devices.Select(cells => string.Join(",", cells.Select(Quoted))));
        SessionRun run = Invoke(
            $"{before}New-NaccsFleetReport {option} -OutputPath $page -Language en", ("csv", csv), ("rows", RowsOf(devices)), ("page", Page));

        Assert.Equal("3", run.Text("Failed"));
        Assert.Equal(
            ["PC02 Failed name not resolved", "PC01 Valid ", "PC03 ModuleMissing ", "PC04 NoOutput "],
            Rows().Select(row => $"{row["ComputerName"]} {row["State"]} {row["Detail"]}"));
        Assert.Contains("The renewal has failed.", File.ReadAllText(Page), StringComparison.Ordinal);
    }

    [Fact]
    public void Results_of_this_and_of_other_computers_are_taken_from_the_pipeline()
    {
        Redefine(json => json["renewalWindow"] = "P60D");
        string thumbprint = Enrolled();
        SessionRun run = Invoke(
            """
            $here = Test-NaccsCompliance
            $there = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($here, 5))
            $there.ComputerName = 'PC77'
            $here, $there | New-NaccsFleetReport -OutputPath $page
            """,
            ("page", Page));

        Assert.Equal(("2", "2"), (run.Text("Computers"), run.Text("Certificates")));
        Assert.All(Rows(), row => Assert.Equal((thumbprint, "Overdue"), ((string)row["Thumbprint"]!, (string)row["State"]!)));
        Assert.Single(Rows().Select(row => (string)row["NotAfter"]!).Distinct());
    }

    [Theory]
    [InlineData("en-US", "No report was found in", "-IntunePath")]
    [InlineData("ja-JP", "に報告がありません。", "-IntunePath")]
    public void An_empty_folder_is_said_with_what_to_do_and_no_file_is_left(string culture, string text, string next)
    {
        Session.Culture = CultureInfo.GetCultureInfo(culture);
        SessionRun run = Invoke("New-NaccsFleetReport $reports $page", ("reports", Reports), ("page", Page));
        string warning = Assert.Single(run.Warnings);
        Assert.Contains(text, warning, StringComparison.Ordinal);
        Assert.Contains(next, warning, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.False(File.Exists(Page));
    }

    [Fact]
    public void What_is_not_there_or_something_else_is_an_error_and_a_file_that_is_there_stays()
    {
        string missing = Scratch.Member("missing");
        Invoke("New-NaccsFleetReport $missing $page", ("missing", missing), ("page", Page)).Error("ReportsUnreadable", ErrorCategory.ReadError, missing);
        string csv = Scratch.Member("other.csv");
        File.WriteAllLines(csv, ["Name,Size", "a,1"]);
        Invoke("New-NaccsFleetReport -IntunePath $csv -OutputPath $page", ("csv", csv), ("page", Page))
            .Error("ReportsUnreadable", ErrorCategory.ReadError, csv);

        File.WriteAllLines(csv, ["DeviceName,PreRemediationDetectionScriptOutput", "PC01,{}"]);
        Invoke("New-NaccsFleetReport -IntunePath $csv -OutputPath $page -Force", ("csv", csv), ("page", Path.ChangeExtension(csv, ".html")))
            .Error("FileUnwritable", ErrorCategory.WriteError, csv);
        Assert.Equal(2, File.ReadAllLines(csv).Length);

        Write("PC01", "Valid", 1800, "1AAA0001");
        File.WriteAllText(Scratch.Member("fleet.csv"), "mine");
        Invoke("New-NaccsFleetReport $reports $page -NonInteractive", ("reports", Reports), ("page", Page))
            .Error("FileExists", ErrorCategory.ResourceExists, Scratch.Member("fleet.csv"));
        Assert.False(File.Exists(Page));
        Assert.Equal("mine", File.ReadAllText(Scratch.Member("fleet.csv")));
        Invoke("New-NaccsFleetReport $reports $page -NonInteractive -Force", ("reports", Reports), ("page", Page)).Result();
        Assert.DoesNotContain(Directory.GetFiles(Scratch.FullPath), path => path.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void A_report_of_this_version_names_the_roots_that_are_trusted()
    {
        using var trusted = new TestRoot("Root of many computers");
        trusted.WritePem(Scratch.Member("root.pem"));
        Redefine(trusted.PinAlone(Scratch.Member("root.pem")));
        Invoke("Install-NaccsRootCA").Result();
        Invoke("Test-NaccsCompliance -ReportPath $reports", ("reports", Reports));
        JsonNode report = JsonNode.Parse(File.ReadAllText(Assert.Single(Directory.GetFiles(Reports))))!;
        string[] roots = [.. report["trustedRoots"]!.AsArray().Select(root => (string)root!)];
        Invoke("New-NaccsFleetReport $reports $page -Language en", ("reports", Reports), ("page", Page)).Result();
        Assert.Equal([trusted.Name], roots);
        Assert.Contains(trusted.Name, File.ReadAllText(Page), StringComparison.Ordinal);
    }

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // As Import-Csv reads them.
    private static PSObject[] RowsOf(string[][] table) =>
    [
        .. table.Skip(1).Select(cells =>
        {
            var row = new PSObject();
            foreach ((string name, string cell) in table[0].Zip(cells))
            {
                row.Properties.Add(new PSNoteProperty(name, cell));
            }

            return row;
        }),
    ];

    private static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private IReadOnlyList<JsonNode> Rows() =>
        [.. JsonNode.Parse(File.ReadAllText(Scratch.Member("fleet.json")).TrimStart('\uFEFF'))!["Rows"]!.AsArray().Select(row => row!)];

    private void Write(string computer, string code, int days, string terminal, int daysAgo = 0)
    {
        DateTimeOffset time = DateTimeOffset.UtcNow.AddDays(-daysAgo);
        object certificate = new
        {
            terminal,
            code,
            status = "Valid",
            service = "naccs",
            thumbprint = new string('A', 40),
            notAfter = Text(time.AddDays(days)),
            renewalOpens = Text(time.AddDays(days - 28)),
        };
        File.WriteAllText(Path.Combine(Reports, computer + "_S-1.json"), JsonSerializer.Serialize(new
        {
            format = 1,
            time = Text(time),
            computer,
            user = @"EXAMPLE\sato",
            userId = "S-1",
            moduleVersion = "0.1.0",
            code,
            compliant = code == "Valid",
            certificates = new[] { certificate },
        }));
    }
}
