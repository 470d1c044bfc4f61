using System;
using System.IO;
using System.Text.RegularExpressions;

namespace NaccsCert.Build.Scripts;

/// <summary>
/// Makes scripts that run alone of sources that share parts: what several need is written once, and put into each.
/// </summary>
/// <remarks>A line <c># include: Name</c> stands for the text of <c>Name.part.ps1</c> in the folder of the sources.</remarks>
internal static partial class ScriptFolder
{
    private const string PartEnding = ".part.ps1";

    /// <summary>Writes each script of a folder and the folders in it, with its parts.</summary>
    /// <param name="sources">The folder of the sources and, without folders below it, of the parts.</param>
    /// <param name="output">The folder that gets the scripts, under the same relative paths.</param>
    /// <exception cref="FileNotFoundException">A part is not there.</exception>
    public static void Compose(string sources, string output)
    {
        foreach (string path in Directory.EnumerateFiles(sources, "*.ps1", SearchOption.AllDirectories))
        {
            if (!path.EndsWith(PartEnding, StringComparison.Ordinal))
            {
                WindowsText.WriteAscii(Path.Combine(output, Path.GetRelativePath(sources, path)), Filled(File.ReadAllText(path), sources));
            }
        }
    }

    private static string Filled(string script, string parts) => Inclusion()
        .Replace(script, match => File.ReadAllText(Path.Combine(parts, match.Groups[1].Value + PartEnding)))
        .ReplaceLineEndings("\r\n");

    [GeneratedRegex(@"^# include: (\w+)\r?\n", RegexOptions.Multiline)]
    private static partial Regex Inclusion();
}
