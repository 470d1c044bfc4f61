using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.PowerShell;
using Xunit;

namespace NaccsCert.Module.Tests.Help;

/// <summary>The about_ topics say all that they have to, in both languages, and are what every PowerShell can read.</summary>
public sealed class AboutTests(PowerShellSession session) : IClassFixture<PowerShellSession>
{
    private const int Width = 80;

    // Its table of contents, Ver-202506.
    private static readonly string[] ManualChapters =
    [
        "1", "1.1", "1.2", "1.3", "2", "2.1", "2.2", "2.3", "3", "3.1", "3.2", "4", "5", "5.1", "5.2", "6", "6.1", "7",
        "8", "8.1", "8.2", "9", "9.1", "9.2", "9.3", "9.3.1", "9.3.2", "9.4",
    ];

    private static readonly string[] Topics =
    [
        "about_NaccsCert", "about_NaccsCert_Deployment", "about_NaccsCert_Errors", "about_NaccsCert_Security",
        "about_NaccsCert_ServiceDefinition",
    ];

    public static TheoryData<string> Languages => ["en-US", "ja-JP"];

    public static TheoryData<string, string> Pages
    {
        get
        {
            var pages = new TheoryData<string, string>();
            foreach (string language in new[] { "en-US", "ja-JP" })
            {
                foreach (string topic in Topics)
                {
                    pages.Add(language, topic);
                }
            }

            return pages;
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_language_has_every_topic_and_no_other(string language) => Assert.Equal(
        Topics,
        new DirectoryInfo(Path.Combine(BuildPaths.StagedModule, language)).EnumerateFiles("*.help.txt")
            .Select(file => file.Name.Replace(".help.txt", string.Empty, StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Windows_PowerShell_reads_a_page_as_UTF_8_with_the_line_ends_of_Windows(string language, string topic)
    {
        Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(PathOf(language, topic)).Take(3));
        string text = File.ReadAllText(PathOf(language, topic));
        Assert.Equal(text, text.ReplaceLineEndings("\r\n"));
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_fits_a_console(string language, string topic) => Assert.All(Lines(language, topic), line =>
    {
        Assert.InRange(HelpText.Columns(line), 0, Width);
        Assert.DoesNotContain('\t', line);
        Assert.Equal(line.TrimEnd(), line);
    });

    // Get-Help takes the fifth line for the synopsis.
    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_begins_with_its_name_and_one_line_about_it(string language, string topic)
    {
        string[] lines = Lines(language, topic);
        Assert.Equal("    " + topic, lines[1]);
        Assert.Matches("^    \\S", lines[4]);
        Assert.Empty(lines[5]);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_leads_to_what_there_is(string language, string topic)
    {
        string text = File.ReadAllText(PathOf(language, topic));
        Assert.Empty(Regex.Matches(text, "about_\\w+", RegexOptions.ECMAScript).Select(match => match.Value).Except(Topics));
        Assert.Empty(Regex.Matches(text, "\\b[A-Z][a-z]+-Naccs[A-Za-z]+\\b(?!\\.ps1)").Select(match => match.Value).Except(Commands()));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_overview_names_every_command(string language) =>
        Assert.All(Commands(), command => AssertListed(language, "about_NaccsCert", command));

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_overview_answers_every_chapter_of_the_manual(string language)
    {
        string[] lines = Lines(language, "about_NaccsCert");
        string[] chapters = [.. lines.Select(line => Regex.Match(line, "^    ([0-9](\\.[0-9])*)  ").Groups[1].Value).Where(number => number.Length > 0)];
        Assert.Equal(ManualChapters, chapters);
        Assert.All(chapters, chapter =>
            Assert.Matches("^        \\S", lines[Array.FindIndex(lines, line => line.StartsWith($"    {chapter}  ", StringComparison.Ordinal)) + 1]));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_error_has_an_entry_and_every_entry_an_error(string language) => Assert.Equal(
        Values("[Enum]::GetNames([NaccsCert.ErrorId])").Order(StringComparer.Ordinal),
        Lines(language, "about_NaccsCert_Errors").Where(line => Regex.IsMatch(line, "^    [A-Z][A-Za-z0-9]+$"))
            .Select(line => line.Trim()).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_code_of_compliance_is_explained(string language) =>
        Assert.All(Values("[Enum]::GetNames([NaccsCert.ComplianceCode])"), code => AssertListed(language, "about_NaccsCert_Errors", code));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_setting_of_Group_Policy_is_explained(string language) =>
        Assert.All(Values("(Get-NaccsPolicy).Name"), setting => AssertListed(language, "about_NaccsCert_Deployment", setting));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_field_of_a_service_definition_is_explained(string language)
    {
        JsonNode schema = JsonNode.Parse(File.ReadAllText(Path.Combine(BuildPaths.StagedModule, "schema", "service-definition.schema.json")))!;
        string[] fields = [.. Fields(schema, schema, string.Empty)];
        Assert.Contains("trustAnchors.sha256", fields);
        Assert.All(fields, field => AssertListed(language, "about_NaccsCert_ServiceDefinition", field));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_example_of_a_service_definition_is_taken(string language)
    {
        string[] lines = Lines(language, "about_NaccsCert_ServiceDefinition");
        int begin = Array.IndexOf(lines, "        {");
        JsonNode example = JsonNode.Parse(string.Join('\n', lines[begin..(Array.IndexOf(lines, "        }", begin) + 1)]))!;
        Assert.True(example["trustAnchors"]![0]!.AsObject().Remove("file"));
        using var scratch = new ScratchDirectory();
        File.WriteAllText(scratch.Member("example.json"), example.ToJsonString());
        SessionRun run = session.Invoke(
            "param($path) Get-NaccsMaintenanceWindow -Service $path -Next 1", ("path", scratch.Member("example.json")));
        Assert.Empty(run.Errors);
        Assert.Single(run.Output);
    }

    // In a process of its own, as the path of modules is the whole process's.
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Get_Help_shows_the_page_in_the_language_of_the_session(string language, string topic)
    {
        ProcessRun run = await PowerShellProcess.RunAsync(
            string.Empty,
            [
                "-Command",
                $"$env:PSModulePath = '{Path.GetDirectoryName(BuildPaths.StagedModule)}'; "
                    + $"[Threading.Thread]::CurrentThread.CurrentUICulture = '{language}'; Get-Help {topic}",
            ],
            TestContext.Current.CancellationToken);
        Assert.Equal(string.Empty, run.Error);
        Assert.Equal(string.Join('\n', Lines(language, topic)).Trim(), run.Output.Trim());
    }

    private static string PathOf(string language, string topic) =>
        Path.Combine(BuildPaths.StagedModule, language, topic + ".help.txt");

    private static string[] Lines(string language, string topic) => File.ReadAllLines(PathOf(language, topic));

    // As a term with its explanation behind or below it; what may be left out stands in brackets.
    private static void AssertListed(string language, string topic, string term) => Assert.Contains(
        Lines(language, topic), line => Regex.IsMatch(line, $"^    \\(?{Regex.Escape(term)}\\)?(  |$)"));

    private IReadOnlyList<string> Commands() => Values("(Get-Command -Module NaccsCert).Name");

    private IReadOnlyList<string> Values(string script)
    {
        SessionRun run = session.Invoke(script);
        Assert.NotEmpty(run.Output);
        return [.. run.Output.Select(item => item.ToString())];
    }

    // Every property below a part of the schema, by its path; an item of a list has that of the list.
    private static IEnumerable<string> Fields(JsonNode schema, JsonNode part, string path)
    {
        JsonObject json = part.AsObject();
        IEnumerable<string> ofProperties = (json["properties"]?.AsObject() ?? []).SelectMany(property =>
            Fields(schema, property.Value!, $"{path}{property.Key}.").Prepend(path + property.Key));
        IEnumerable<JsonNode> elsewhere =
        [
            .. json["oneOf"]?.AsArray().OfType<JsonNode>() ?? [],
            .. new[] { json["items"] }.OfType<JsonNode>(),
            .. ((string?)json["$ref"])?.Split('/') is { } steps ? [schema[steps[1]]![steps[2]]!] : Array.Empty<JsonNode>(),
        ];
        return ofProperties.Concat(elsewhere.SelectMany(node => Fields(schema, node, path)));
    }
}
