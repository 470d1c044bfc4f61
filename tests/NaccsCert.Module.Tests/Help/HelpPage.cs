using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using NaccsCert.Module.Tests.Engine;

namespace NaccsCert.Module.Tests.Help;

/// <summary>A help page: Markdown in the form of PlatyPS.</summary>
internal sealed partial class HelpPage
{
    private readonly Dictionary<string, string> _sections;

    private HelpPage(string text)
    {
        Text = text.ReplaceLineEndings("\n");
        _sections = Cut(Text, "## ").ToDictionary(part => part.Heading, part => part.Body);
        Help = new CommandHelp(
            Field("title"),
            Section("SYNOPSIS"),
            Section("DESCRIPTION"),
            [.. Cut(Section("EXAMPLES"), "### ").Select(ExampleOf)],
            [.. Cut(Section("PARAMETERS"), "### -").Select(ParameterOf)],
            [.. Cut(Section("OUTPUTS"), "### ").Select(part => part.Heading)]);
    }

    /// <summary>All of it.</summary>
    public string Text { get; }

    /// <summary>What it says.</summary>
    public CommandHelp Help { get; }

    /// <summary>What it says of each way to call the command: the parameters of each parameter set by its name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Syntax => Cut(Section("SYNTAX"), "### ").ToDictionary(
        part => part.Heading.Replace(" (Default)", string.Empty, StringComparison.Ordinal),
        part => (IReadOnlyList<string>)[.. ParameterName().Matches(part.Body).Select(match => match.Groups[1].Value)]);

    /// <summary>Reads the pages of a language.</summary>
    /// <param name="language">The language, which names their folder.</param>
    /// <returns>The pages by the names of their files, which are those of commands.</returns>
    public static IReadOnlyDictionary<string, HelpPage> ReadAll(string language) => Directory
        .EnumerateFiles(Path.Combine(BuildPaths.Documentation, language), "*-*.md")
        .ToDictionary(path => Path.GetFileNameWithoutExtension(path), path => new HelpPage(File.ReadAllText(path)));

    /// <summary>A field of the front matter; empty where it is missing.</summary>
    /// <param name="name">Its name.</param>
    public string Field(string name) =>
        Regex.Match(Text, $"^{Regex.Escape(name)}: (.*)$", RegexOptions.Multiline).Groups[1].Value;

    /// <summary>A section; empty where it is missing.</summary>
    /// <param name="heading">Its heading.</param>
    public string Section(string heading) => _sections.GetValueOrDefault(heading, string.Empty);

    private static HelpExample ExampleOf((string Heading, string Body) part)
    {
        Match parts = ExampleParts().Match(part.Body);
        string output = FenceLine().Replace(parts.Groups["output"].Value, string.Empty);
        return new HelpExample(
            part.Heading, parts.Groups["code"].Value, $"{parts.Groups["text"].Value.Trim()}\n{output.Trim('\n')}".Trim('\n'));
    }

    // The parameter's own block of YAML ends what is said of it.
    private static HelpParameter ParameterOf((string Heading, string Body) part)
    {
        string[] halves = part.Body.Split("```yaml", 2);
        return new HelpParameter(part.Heading, TypeField().Match(halves[^1]).Groups[1].Value, halves[0].Trim());
    }

    // What stands in a code block is no heading, whatever it begins with.
    private static IEnumerable<(string Heading, string Body)> Cut(string text, string mark)
    {
        string? heading = null;
        var body = new List<string>();
        bool isCode = false;
        foreach (string line in text.Split('\n').Append(mark))
        {
            isCode ^= line.StartsWith("```", StringComparison.Ordinal);
            bool ends = !isCode && (line.StartsWith(mark, StringComparison.Ordinal) || line.StartsWith("## ", StringComparison.Ordinal)
                || (mark != "## " && line.StartsWith("### ", StringComparison.Ordinal)));
            if (!ends)
            {
                body.Add(line);
                continue;
            }

            if (heading is not null)
            {
                yield return (heading, string.Join('\n', body).Trim());
            }

            heading = line.StartsWith(mark, StringComparison.Ordinal) ? line[mark.Length..].Trim() : null;
            body.Clear();
        }
    }

    [GeneratedRegex(@"^Type: (.*)$", RegexOptions.Multiline)]
    private static partial Regex TypeField();

    [GeneratedRegex(@"(?<![\w-])-(\w+)")]
    private static partial Regex ParameterName();

    [GeneratedRegex(@"^(?<text>.*?)^```powershell\n(?<code>.*?)\n```$(?<output>.*)\z", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ExampleParts();

    [GeneratedRegex(@"^```\w*\n?", RegexOptions.Multiline)]
    private static partial Regex FenceLine();
}
