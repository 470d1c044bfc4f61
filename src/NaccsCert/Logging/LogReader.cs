using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace NaccsCert.Logging;

/// <summary>Reads the log of the user back, for people.</summary>
internal static class LogReader
{
    // No line of the log is near that long (its fields are bounded), and nobody would read one.
    private const int MaxLineLength = 64 * 1024;

    /// <summary>Reads what is in files of the log.</summary>
    /// <param name="files">Their content, the oldest first. A line may be broken, and the last one only begun.</param>
    /// <returns>The entries in the order of their times, and how many lines could not be read.</returns>
    public static (IReadOnlyList<NaccsLogEntry> Entries, int Unreadable) Read(IEnumerable<byte[]> files)
    {
        string[] lines =
        [
            .. files.SelectMany(content => Encoding.UTF8.GetString(content).Split('\n'))
                .Select(line => line.Trim('\r', '\0', '\uFEFF'))
                .Where(line => line.Length > 0),
        ];
        ParsedLine[] parsed =
        [
            .. lines.Where(line => line.Length <= MaxLineLength).Select(ParsedLine.TryParse).OfType<ParsedLine>(),
        ];
        return (Describe(parsed), lines.Length - parsed.Length);
    }

    // Only some entries name their enrollment; its mark leads from the others to it. The order of times is stable for equal ones.
    private static IReadOnlyList<NaccsLogEntry> Describe(ParsedLine[] lines)
    {
        ILookup<string, string> names = lines
            .Where(line => line.Correlation is not null && line.Field("enrollmentId") is not null)
            .ToLookup(line => line.Correlation!, line => ForeignText.ToMessage(line.Field("enrollmentId")));
        return
        [
            .. lines.Select(line => Describe(line, line.Correlation is { } mark ? names[mark].FirstOrDefault() : null))
                .OrderBy(entry => entry.Time),
        ];
    }

    private static NaccsLogEntry Describe(ParsedLine line, string? enrollmentId) => new()
    {
        Time = line.Time,
        Level = line.Level,
        Event = line.Event,
        Message = LogText.Format(line.Event, line.Fields),
        EnrollmentId = enrollmentId,
        Correlation = line.Correlation,
        Error = ErrorOf(line.Field("errorId")),
        ProcessId = line.Process,
    };

    private static ErrorId? ErrorOf(string? text) =>
        text is not null && Enum.GetNames(typeof(ErrorId)).Contains(text) ? (ErrorId)Enum.Parse(typeof(ErrorId), text) : null;
}
