using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace NaccsCert.TestSupport;

/// <summary>The sandbox's code file: a header line, then <c>terminal,code1,code2,code3</c>.</summary>
public static class CodeFile
{
    private const string Header = "terminal,code1,code2,code3";

    /// <summary>Makes code sets for new terminals.</summary>
    /// <param name="prefix">The beginning of the terminals' names.</param>
    /// <param name="count">The number of sets.</param>
    public static IEnumerable<CodeSet> NewSets(string prefix, int count) => Enumerable.Range(1, count)
        .Select(number => new CodeSet($"{prefix}{number:D4}", $"A{number:D7}", $"B{number:D7}", $"C{number:D7}"));

    /// <summary>Reads a code file that a sandbox has accepted.</summary>
    /// <param name="path">Path of the file.</param>
    /// <returns>The code sets, in the order of the file.</returns>
    public static IReadOnlyList<CodeSet> Read(string path) =>
        [.. File.ReadLines(path)
            .Skip(1)
            .Where(line => line.Length > 0)
            .Select(line => line.Split(','))
            .Select(fields => new CodeSet(fields[0], fields[1], fields[2], fields[3]))];

    /// <summary>Writes a code file for <see cref="SandboxOptions.CodesFile"/>.</summary>
    /// <param name="path">Path of the file; overwritten if it is there.</param>
    /// <param name="sets">The code sets.</param>
    public static void Write(string path, IEnumerable<CodeSet> sets) =>
        File.WriteAllLines(path, sets.Select(set => $"{set.Terminal},{set.Code1},{set.Code2},{set.Code3}").Prepend(Header));
}
