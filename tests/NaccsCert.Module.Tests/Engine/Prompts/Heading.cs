using System.Management.Automation.Host;

namespace NaccsCert.Module.Tests.Engine.Prompts;

/// <summary>What stands above a question, and the labels in it.</summary>
internal static class Heading
{
    /// <summary>Writes the caption and the message, each on its own line, as far as there are any.</summary>
    public static void Write(PSHostUserInterface userInterface, string? caption, string? message)
    {
        foreach (string? line in new[] { caption, message })
        {
            if (!string.IsNullOrEmpty(line))
            {
                userInterface.WriteLine(line);
            }
        }
    }

    /// <summary>Splits <c>Yes to &amp;All</c> into <c>Yes to All</c> and its hot key <c>A</c>, which is empty if there is none.</summary>
    public static (string Text, string HotKey) SplitLabel(string label)
    {
        int mark = label.IndexOf('&', System.StringComparison.Ordinal);
        return mark < 0 || mark + 1 >= label.Length
            ? (label, string.Empty)
            : (label.Remove(mark, 1), label[(mark + 1)..(mark + 2)].ToUpperInvariant());
    }
}
