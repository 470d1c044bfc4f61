using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>What was ordered, against real certificates: in the store, in reports that were really written, and piped in every form.</summary>
public sealed class CompareTerminalTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    // The store and the service of the test are no parameters of every way to compare.
    private const string Compare = "$PSDefaultParameterValues.Remove('*-Naccs*:StoreName'); $PSDefaultParameterValues.Remove('*-Naccs*:Service'); ";
    private const string States = " | ForEach-Object { \"$($_.Terminal) $($_.Status)\" }";

    [Fact]
    public void A_list_in_Shift_JIS_is_set_against_the_store_of_this_user()
    {
        string terminal = EnrolledTerminal();
        Seed.Expired(StoreName, "1EXPIRED");
        Seed.WithoutKey(StoreName, "1NOKEY");
        Encoding shiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932)!;
        string list = WriteList(shiftJis.GetBytes($"論理端末名,備考,発行日\r\n１ｎｅｖｅｒ,通関部,{Day(-10)}\r\n{terminal.ToLowerInvariant()},,\r\n1EXPIRED,,\r\n"));

        SessionRun run = Invoke("Compare-NaccsTerminal $list" + States, ("list", list));

        Assert.Empty(run.Errors);
        Assert.Equal(
            ["1EXPIRED Expired", "1never NotFetched", "1NOKEY Unknown", $"{terminal.ToLowerInvariant()} RenewalDue"],
            run.OutputTexts());
    }

    [Fact]
    public void Reports_of_many_computers_say_where_and_a_broken_one_stops_no_other()
    {
        ReadInEnglish();
        string terminal = EnrolledTerminal();
        string share = Directory.CreateDirectory(Scratch.Member("share")).FullName;
        Invoke("Test-NaccsCompliance -ReportPath $share", ("share", share));
        string report = Assert.Single(Directory.GetFiles(share));
        File.WriteAllText(
            Path.Combine(share, "PC02_S-1.json"),
            File.ReadAllText(report).Replace($"\"{Environment.MachineName}\"", "\"PC02\"", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(share, "PC03_S-1.json"), "{\"format\":1,");
        string list = WriteList($"Terminal,Issued\n{terminal},2021-01-01\n1.2E+05,2026-01-01\n1NEVER,\n");

        SessionRun run = Invoke(Compare + "Compare-NaccsTerminal $list -ReportPath $share", ("list", list), ("share", share));

        Assert.Equal(
            [("1NEVER", "NotFetched"), (terminal, "Duplicate")],
            run.Output.Select(found => ((string)found.Properties["Terminal"].Value, found.Properties["Status"].Value.ToString()!)));
        string[] locations = [.. ((IEnumerable<string>)run.Output[1].Properties["Locations"].Value).Order(StringComparer.Ordinal)];
        Assert.Equal(2, locations.Length);
        Assert.Contains(locations, location => location.StartsWith("PC02 (", StringComparison.Ordinal));
        Assert.Contains("PC03_S-1.json", Assert.Single(run.Warnings), StringComparison.Ordinal);
        ErrorRecord error = Assert.Single(run.Errors);
        Assert.StartsWith("TerminalRowInvalid,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("row 3:", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_piped_counts_in_every_form_that_it_takes()
    {
        string terminal = EnrolledTerminal();
        string share = Directory.CreateDirectory(Scratch.Member("share")).FullName;
        Invoke("Test-NaccsCompliance -ReportPath $share", ("share", share));
        string list = WriteList($"Terminal\n{terminal}\n");
        string[] sources =
        [
            "$certificate",
            "(Test-NaccsCompliance -Service $service -StoreName $store)",
            "$serializer::Deserialize($serializer::Serialize($certificate, 1))",
            "$serializer::Deserialize($serializer::Serialize($certificate, 5))",
            "($certificate | ConvertTo-Csv | ConvertFrom-Csv)",
            "(Get-ChildItem $share)",
            "(Get-ChildItem $share | Get-Content -Raw | ConvertFrom-Json)",
        ];

        string[] compared = await FullPowerShell.RunAsync(
            $"$serializer = [System.Management.Automation.PSSerializer]; $certificate = Get-NaccsCertificate; $list = '{list}'; $share = '{share}'; "
            + Compare
            + string.Concat(sources.Select(source => $"{source} | Compare-NaccsTerminal $list | ForEach-Object {{ \"$($_.Status) $($_.Thumbprint)\" }}; "))
            + "@() | Compare-NaccsTerminal $list | ForEach-Object { \"$($_.Status)\" }",
            Service,
            StoreName);

        string expected = "RenewalDue " + Invoke("Get-NaccsCertificate").Text("Thumbprint");
        Assert.Equal([.. sources.Select(_ => expected), "NotFetched"], compared);
    }

    [Fact]
    public void What_cannot_be_compared_is_an_error_of_its_own()
    {
        string list = WriteList("Terminal\n1AAA0001\n");
        string other = WriteList("No,Name\n1,2\n", "other.csv");

        (string nowhere, string gone) = (Scratch.Member("nowhere.csv"), Scratch.Member("gone"));

        Invoke("Compare-NaccsTerminal $path", ("path", nowhere)).Error("FileNotFound", ErrorCategory.ObjectNotFound, nowhere);
        Invoke("Compare-NaccsTerminal $list, $other", ("list", list), ("other", other)).Error("TerminalListInvalid", ErrorCategory.InvalidData, other);
        Invoke(Compare + "Compare-NaccsTerminal $list -ReportPath $share", ("list", list), ("share", gone))
            .Error("ReportsUnreadable", ErrorCategory.ReadError, gone);
        SessionRun piped = Invoke(Compare + "[datetime]::UtcNow | Compare-NaccsTerminal $list", ("list", list));
        Assert.StartsWith("TerminalRowInvalid,", Assert.Single(piped.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US", "Not fetched", "May be suspended")]
    [InlineData("ja-JP", "未取得", "利用停止の可能性")]
    public async Task A_console_of_80_columns_shows_state_days_and_the_day_in_words(string language, string state, string meaning)
    {
        string list = WriteList($"Terminal,Issued\n1AAA0001,{Day(-10)}\n");
        string[] lines = await FullPowerShell.RunAsync($"Compare-NaccsTerminal '{list}' | Out-String -Width 80", Service, StoreName, language);

        Assert.Contains(lines, line => line.StartsWith(state, StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains(meaning, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.InRange(CellWidth.Of(line.TrimEnd('\r')), 0, 80));
    }

    private static string Day(int days) => DateTime.UtcNow.AddDays(days).ToString("yyyy/MM/dd", CultureInfo.InvariantCulture);

    private string EnrolledTerminal()
    {
        Enrolled();
        return Invoke("Get-NaccsCertificate").Text("Terminal");
    }

    private string WriteList(string text, string name = "terminals.csv") => WriteList(Encoding.UTF8.GetBytes(text), name);

    private string WriteList(byte[] content, string name = "terminals.csv")
    {
        File.WriteAllBytes(Scratch.Member(name), content);
        return Scratch.Member(name);
    }
}
