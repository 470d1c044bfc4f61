using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.PowerShell;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>What a user sees on a console of 80 columns.</summary>
public sealed class ViewTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes, SandboxKind.Trusted)
{
    private const int Columns = 80;

    private const string ShowAll = """
        $env:COLUMNS = 80
        Get-NaccsCertificate -Service $service -StoreName $store | Out-Host
        '#' | Out-Host
        Get-NaccsEnrollment -Service $service | Out-Host
        '#' | Out-Host
        Update-NaccsCertificate $old -Service $service -StoreName $store | Out-Host
        '#' | Out-Host
        Test-NaccsCertificate $old -Service $service -StoreName $store | Out-Host
        '#' | Out-Host
        Test-NaccsConnectivity -Service $service | Out-Host
        '#' | Out-Host
        Install-NaccsRootCA -Service $service | Out-Host
        '#' | Out-Host
        Get-NaccsMaintenanceWindow -Service naccs | Out-Host
        '#' | Out-Host
        Test-NaccsConnectivity -Service $service -Detailed | Out-Host
        '#' | Out-Host
        (Test-NaccsConnectivity -Service $service).Checks | Out-Host
        """;

    // The one abbreviation, and the one name, that Japanese has no other word for.
    private static readonly string[] SameInEveryLanguage = ["Milliseconds", "Sha256"];

    private static readonly XDocument Formats = XDocument.Load(Path.Combine(BuildPaths.StagedModule, "NaccsCert.Format.ps1xml"));

    [Theory]
    [InlineData("en-US", "Status", "Host", "Status")]
    [InlineData("ja-JP", "状態", "ホスト", "状態")]
    public async Task Every_table_begins_with_the_status_and_cuts_nothing_off(string culture, string status, string host, string verdict)
    {
        string old = Enrolled();
        string renewed = Invoke("Update-NaccsCertificate").Text("Thumbprint");
        string id = Invoke("Request-NaccsCertificate -OutFile $path", ("path", Scratch.Member("request.pem"))).Text("EnrollmentId");
        ProcessRun run = await PowerShellProcess.RunAsync(
            string.Empty,
            [
                "-NonInteractive",
                "-Command",
                $"Import-Module '{BuildPaths.StagedModule}'; $service = '{Service}'; $store = '{StoreName}'; $old = '{old}'\n{ShowAll}",
            ],
            TestContext.Current.CancellationToken,
            variables: RunCulture.VariablesFor(culture));
        Assert.Empty(run.Error);
        string[] lines = run.Output.Split('\n');
        Assert.All(lines, line => Assert.InRange(CellWidth.Of(line), 0, Columns));
        Assert.DoesNotContain('\u2026', run.Output);
        Assert.DoesNotContain("...", run.Output, StringComparison.Ordinal);

        string[] tables = run.Output.Split("#\n");
        Assert.All(tables[..^2], table => Assert.StartsWith(status, table.TrimStart(), StringComparison.Ordinal));
        Assert.All(tables, LastColumnIsAligned);
        Assert.StartsWith($"{host}: 127.0.0.1:{Sandbox.Url.Port}", tables[^2].TrimStart(), StringComparison.Ordinal);
        Assert.StartsWith(verdict, tables[^1].TrimStart(), StringComparison.Ordinal);
        Assert.Contains(renewed + "\n", tables[0], StringComparison.Ordinal);
        Assert.Contains(old + "\n", tables[0], StringComparison.Ordinal);
        Assert.Contains(id, tables[1], StringComparison.Ordinal);
        Assert.Contains($"127.0.0.1:{Sandbox.Url.Port}", tables[4], StringComparison.Ordinal);
        Assert.Contains("NaccsCert Sandbox TLS Root", tables[5], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TableControl")]
    [InlineData("ListControl")]
    [InlineData("WideControl")]
    public void Every_output_type_and_the_checks_in_it_have_a_view(string control)
    {
        SessionRun types = Invoke("(Get-Command -Module NaccsCert).OutputType.Name; 'NaccsCert.Check'");
        Assert.Empty(types.OutputTexts().Distinct().Except(["System.String"]).Except(Views(control).Select(TypeOf)));
    }

    [Fact]
    public void A_list_shows_all_that_a_record_has_and_no_view_shows_what_it_has_not()
    {
        Assert.All(Views("ListControl"), list =>
        {
            string[] properties = [.. Invoke("($type -as [type]).GetProperties().Name", ("type", TypeOf(list))).OutputTexts()];
            Assert.NotEmpty(properties);
            Assert.Equal(properties.Order(), Keys(list).Order());
            Assert.Empty(Formats.Descendants("View")
                .Where(view => TypeOf(view) == TypeOf(list))
                .SelectMany(view => view.Descendants("PropertyName"))
                .Select(name => name.Value)
                .Except(properties));
        });
    }

    [Fact]
    public void Labels_are_the_names_for_scripts_in_English_and_Japanese_words_in_Japanese()
    {
        string[] keys = [.. Formats.Descendants("View").SelectMany(Keys).Distinct()];
        Assert.NotEmpty(keys);
        Assert.All(keys.Except(SameInEveryLanguage), key => Assert.Equal(key, Label(key, string.Empty)));
        Assert.All(keys.Except(SameInEveryLanguage), key => Assert.Matches(@"[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}]|ID$", Label(key, "ja")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ja")]
    public void Labels_fit_their_column(string language)
    {
        XElement[] headers = [.. Formats.Descendants("TableColumnHeader").Where(header => header.Element("Width") is not null)];
        Assert.NotEmpty(headers);
        Assert.All(headers, header => Assert.InRange(
            CellWidth.Of(Label(Keys(header).Single(), language)), 1, (int)header.Element("Width")!));
    }

    [Theory]
    [MemberData(nameof(NarrowColumns))]
    public void Names_of_statuses_fit_their_column(string type, string enumeration)
    {
        XElement view = Views("TableControl").Single(view => TypeOf(view) == type);
        int width = int.Parse(view.Descendants("Width").First().Value, CultureInfo.InvariantCulture);
        SessionRun names = Invoke("[enum]::GetNames($enumeration -as [type])", ("enumeration", enumeration));
        Assert.NotEmpty(names.Output);
        Assert.All(names.OutputTexts(), name => Assert.InRange(name.Length, 1, width));
    }

    public static IEnumerable<TheoryDataRow<string, string>> NarrowColumns() =>
    [
        new("NaccsCert.NaccsCertificate", "NaccsCert.CertificateStatus"),
        new("NaccsCert.EnrollmentResult", "NaccsCert.EnrollmentStatus"),
        new("NaccsCert.CertificateTestResult", "NaccsCert.CheckStatus"),
        new("NaccsCert.ConnectivityResult", "NaccsCert.CheckStatus"),
        new("NaccsCert.ConnectivityStage", "NaccsCert.CheckStatus"),
        new("NaccsCert.RootCAResult", "NaccsCert.RootCAStatus"),
        new("NaccsCert.Check", "NaccsCert.CheckStatus"),
        new("NaccsCert.AccountResult", "NaccsCert.AccountStatus"),
        new("NaccsCert.NaccsPolicy", "NaccsCert.PolicySource"),
        new("NaccsCert.RenewalPlan", "NaccsCert.RenewalPlanStatus"),
        new("NaccsCert.ReminderResult", "NaccsCert.ReminderOutcome"),
        new("NaccsCert.NaccsRenewalReminder", "NaccsCert.ReminderStatus"),
    ];

    [Theory]
    [InlineData("NaccsCert.EnrollmentResult")]
    [InlineData("NaccsCert.CertificateTestResult")]
    [InlineData("NaccsCert.ConnectivityResult")]
    [InlineData("NaccsCert.RootCAResult")]
    public void Every_result_says_status_reason_change_thumbprint_and_next_attempt(string type)
    {
        SessionRun run = Invoke("($type -as [type]).GetProperties().Name", ("type", type));
        Assert.Empty(new[] { "Status", "Reason", "Changed", "Thumbprint", "NextAttempt" }.Except(run.OutputTexts()));
    }

    private static IEnumerable<XElement> Views(string control) =>
        Formats.Descendants("View").Where(view => view.Element(control) is not null);

    private static string TypeOf(XElement view) => view.Descendants("TypeName").Single().Value;

    private static IEnumerable<string> Keys(XElement part) =>
        part.Descendants("Label").Select(label => label.Attribute("ResourceId")!.Value);

    // Full-width characters take two cells, and what follows them has to stand where it does without them.
    private static void LastColumnIsAligned(string table)
    {
        string[] lines = table.Split('\n');
        string underline = lines.First(line => line.StartsWith("--", StringComparison.Ordinal)).TrimEnd();
        int start = underline.LastIndexOf(' ') + 1;
        int heading = Array.FindIndex(lines, line => line.StartsWith("--", StringComparison.Ordinal)) - 1;
        string[] rows = [.. lines.Skip(heading).Where(line => CellWidth.Of(line) > start)];
        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            int split = Enumerable.Range(0, row.Length).First(index => CellWidth.Of(row.AsSpan(0, index)) >= start);
            Assert.Equal(start, CellWidth.Of(row.AsSpan(0, split)));
            Assert.Equal(' ', row[split - 1]);
        });
    }

    private string Label(string key, string language) => Invoke(
        """
        $labels = [Resources.ResourceManager]::new('NaccsCert.PropertyLabels', [NaccsCert.Check].Assembly)
        $labels.GetResourceSet([cultureinfo] $language, $true, $false).GetString($key)
        """,
        ("key", key),
        ("language", language)).Result().ToString();
}
