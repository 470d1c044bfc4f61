using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace NaccsCert.Harnesses.Conformance;

/// <summary>The cases in which the module is known to differ from a suite, each with its reason.</summary>
internal sealed class DeviationTable
{
    private readonly Dictionary<string, string> _reasons;

    private DeviationTable(Dictionary<string, string> reasons) => _reasons = reasons;

    /// <summary>Reads a table that is built in: a case and a reason in each line, with a tab between them.</summary>
    /// <exception cref="FormatException">A line has no reason.</exception>
    public static DeviationTable Read(string name) => new(Lines(name)
        .ToDictionary(parts => parts[0], parts => parts.Length == 2 && parts[1].Length > 0
            ? parts[1]
            : throw new FormatException($"{parts[0]}: a deviation without its reason")));

    /// <summary>The lines of a table that is built in, cut at their tabs.</summary>
    public static IEnumerable<string[]> Lines(string name)
    {
        using Stream stream = typeof(DeviationTable).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException(name);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }

    /// <summary>Whether the module is known to differ in a case.</summary>
    public bool Contains(string id) => _reasons.ContainsKey(id);

    /// <summary>The lines that speak of no case at all.</summary>
    public IEnumerable<string> Unknown(IEnumerable<string> ids) => _reasons.Keys.Except(ids);
}
