using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
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
        Get-NaccsCertificate -Service $service -StoreName $store -IncludeArchived | Out-Host
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
    [InlineData("en-US", "Status", "Host", "Renewal due", "Archived", "Certificate service (Test)")]
    [InlineData("ja-JP", "状態", "ホスト", "更新時期", "アーカイブ", "デジタル証明書の取得 (試験)")]
    public async Task Every_table_begins_with_the_status_in_words_and_cuts_nothing_off(
        string culture, string status, string host, string valid, string archived, string role)
    {
        string old = Enrolled();
        Invoke("Update-NaccsCertificate").Result();
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
        Assert.StartsWith(status, tables[^1].TrimStart(), StringComparison.Ordinal);
        Assert.Contains($"\n{valid} ", tables[0], StringComparison.Ordinal);
        Assert.Contains($"\n{archived} ", tables[0], StringComparison.Ordinal);
        Assert.Contains(role, tables[4], StringComparison.Ordinal);
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
        Assert.Empty(types.OutputTexts().Distinct().Where(type => type.StartsWith("NaccsCert.", StringComparison.Ordinal)).Except(Views(control).Select(TypeOf)));
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
    [InlineData("")]
    [InlineData("ja")]
    public void States_in_words_fit_their_column(string language)
    {
        (string Kind, int Width)[] columns =
        [
            .. from view in Views("TableControl")
               from column in view.Descendants("TableColumnHeader").Zip(view.Descendants("TableColumnItem"))
               where column.First.Element("Width") is not null
               let words = Regex.Match(column.Second.Value, @"^\[NaccsCert\.ValueText\]::Of\('(?<kind>\w+)'")
               where words.Success
               select (words.Groups["kind"].Value, (int)column.First.Element("Width")!),
        ];
        Assert.NotEmpty(columns);
        ILookup<string, string> texts = Texts("NaccsCert.ValueText", language);
        Assert.All(columns, column => Assert.All(
            texts[column.Kind].DefaultIfEmpty(string.Empty),
            text => Assert.InRange(CellWidth.Of(text), 1, column.Width)));
    }

    [Theory]
    [InlineData("en-US", "Renewal due", "RenewalOpens")]
    [InlineData("ja-JP", "更新時期", "更新可能日")]
    public async Task A_record_from_another_process_is_shown_like_one_from_this(string culture, string state, string label)
    {
        Enrolled();
        ProcessRun run = await PowerShellProcess.RunAsync(
            string.Empty,
            [
                "-NonInteractive",
                "-Command",
                $"""
                Import-Module '{BuildPaths.StagedModule}'
                $own = Get-NaccsCertificate -Service '{Service}' -StoreName {StoreName}
                $own | Out-String -Width 80
                '#'
                [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($own)) | Out-String -Width 80
                '#'
                $own | ConvertTo-Csv
                '#'
                [version] '1.0', $own | Out-String -Width 80
                """,
            ],
            TestContext.Current.CancellationToken,
            variables: RunCulture.VariablesFor(culture));
        Assert.Empty(run.Error);
        string[] shown = run.Output.Split("#\n");
        Assert.Contains($"\n{state} ", shown[0], StringComparison.Ordinal);
        Assert.Contains(label, shown[0], StringComparison.Ordinal);
        Assert.Equal(shown[0], shown[1]);
        Assert.Contains("\"RenewalDue\"", shown[2], StringComparison.Ordinal);
        Assert.DoesNotContain("SerialNumber", shown[3], StringComparison.Ordinal);
        Assert.Matches("(?m)^Terminal +: ", shown[3]);
    }

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

    // The texts of a resource by the first part of their keys.
    private ILookup<string, string> Texts(string resource, string language) => Invoke(
        """
        $texts = [Resources.ResourceManager]::new($resource, [NaccsCert.Check].Assembly).GetResourceSet([cultureinfo] $language, $true, $false)
        $texts.GetEnumerator() | ForEach-Object { "$($_.Key)=$($_.Value)" }
        """,
        ("resource", resource),
        ("language", language)).OutputTexts().ToLookup(text => text[..text.IndexOf('_', StringComparison.Ordinal)], text => text[(text.IndexOf('=', StringComparison.Ordinal) + 1)..]);

    private string Label(string key, string language) => Invoke(
        """
        $labels = [Resources.ResourceManager]::new('NaccsCert.PropertyLabels', [NaccsCert.Check].Assembly)
        $labels.GetResourceSet([cultureinfo] $language, $true, $false).GetString($key)
        """,
        ("key", key),
        ("language", language)).Result().ToString();
}
