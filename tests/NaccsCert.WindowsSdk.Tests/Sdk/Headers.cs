using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace NaccsCert.WindowsSdk.Tests.Sdk;

/// <summary>What a C program sees that includes the headers of the functions the module calls, without comments.</summary>
internal static partial class Headers
{
    /// <summary>A function in another header needs that header here.</summary>
    private static readonly string[] Included = ["windows.h", "wtsapi32.h", "taskschd.h", "userenv.h"];

    // Without backtracking, whose time knows no bound in texts of this size.
    private const RegexOptions Options =
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline;

    /// <summary>The text of each header, with those that it includes in turn.</summary>
    public static IReadOnlyList<string> Texts { get; } = Read();

    /// <summary>What a pattern finds, in any of the headers.</summary>
    public static IEnumerable<Match> Find(string pattern) =>
        Texts.SelectMany(text => Regex.Matches(text, pattern, Options));

    private static string[] Read()
    {
        // Windows does not care about the case of a file's name, and the headers rely on it.
        var files = SdkFolders.Headers.SelectMany(Directory.GetFiles)
            .GroupBy(path => Path.GetFileName(path), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(paths => paths.Key, paths => paths.First(), StringComparer.OrdinalIgnoreCase);
        var texts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var pending = new Queue<string>(Included);
        while (pending.TryDequeue(out string? name))
        {
            // Those of the C runtime lie elsewhere, and declare nothing of Windows.
            if (!texts.ContainsKey(name) && files.TryGetValue(name, out string? path))
            {
                string text = Comment().Replace(File.ReadAllText(path), " ");
                texts.Add(name, text);
                foreach (Match include in Include().Matches(text))
                {
                    pending.Enqueue(include.Groups["name"].Value);
                }
            }
        }

        return [.. texts.Values];
    }

    [GeneratedRegex(@"/\*.*?\*/|//[^\n]*", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("""^\s*#\s*include\s*[<"](?<name>[^>"]+)""", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Include();
}
