using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;

namespace NaccsCert.Module.Tests.Commands.Support;

/// <summary>The log of the tests' user, to which all of them write.</summary>
internal static class LogFiles
{
    /// <summary>Its folder.</summary>
    public static string Folder => Path.Combine(UserData.Folder, "logs");

    /// <summary>All lines with a mark, oldest first.</summary>
    public static IReadOnlyList<JsonNode> Marked(string mark) =>
        [.. Lines(Folder).Where(line => (string?)line["correlation"] == mark)];

    /// <summary>All lines in a folder, oldest first.</summary>
    public static IEnumerable<JsonNode> Lines(string folder) => Directory.GetFiles(folder, "*.jsonl")
        .OrderByDescending(path => Path.GetFileName(path).Split('.') is [_, var age, _] ? int.Parse(age, System.Globalization.CultureInfo.InvariantCulture) : 0)
        .SelectMany(ReadLines)
        .Select(line => JsonNode.Parse(line)!);

    /// <summary>One field of lines, as text.</summary>
    public static IReadOnlyList<string?> Texts(this IEnumerable<JsonNode> lines, string field) => [.. lines.Select(line => line[field]?.ToString())];

    // While others write.
    private static string[] ReadLines(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        string text = reader.ReadToEnd();
        return text[..(text.LastIndexOf('\n') + 1)].Split('\n', System.StringSplitOptions.RemoveEmptyEntries);
    }
}
