using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;

namespace NaccsCert.Harnesses;

/// <summary>A folder with all files in it.</summary>
internal static class FileTree
{
    /// <summary>Copies it.</summary>
    /// <param name="source">The folder.</param>
    /// <param name="target">The copy; what is missing of its path is made.</param>
    public static void Copy(string source, string target)
    {
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>Compares two of them, file by file.</summary>
    /// <param name="expected">What is to be there.</param>
    /// <param name="actual">What is there.</param>
    /// <returns><c>same</c>, or the files that differ, are missing or are too many.</returns>
    public static string Compare(string expected, string actual)
    {
        Dictionary<string, string> wanted = Hashes(expected);
        Dictionary<string, string> found = Hashes(actual);
        string[] differences = [.. wanted.Keys.Union(found.Keys)
            .Where(file => wanted.GetValueOrDefault(file) != found.GetValueOrDefault(file)).Order(StringComparer.Ordinal)];
        return differences.Length == 0 && wanted.Count > 0 ? "same" : $"{differences.Length} differ: {string.Join(' ', differences)}";
    }

    private static Dictionary<string, string> Hashes(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(folder, file), file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))))
        : [];
}
