using System;
using System.Text.RegularExpressions;

namespace NaccsCert.IO;

/// <summary>Paths that administrators write for other computers: they mean the same whatever the current folder and drive are.</summary>
internal static class FullPaths
{
    // \\server\share, X:\folder, or /folder. \\?\ and \\.\ begin the names of devices.
    private static readonly Regex Full = new(@"^(\\\\[^\\/?.][^\\/]*\\.|[A-Za-z]:[\\/]|/[^/])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>Whether a path is full, in the notation of Windows or of Unix. It need not be there.</summary>
    /// <param name="path">The path.</param>
    public static bool IsFull(string path) => Full.IsMatch(path);
}
