using System;
using System.Collections.Generic;
using System.Diagnostics.Tracing;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using NaccsCert.Services.Json;

namespace NaccsCert.Logging;

/// <summary>One line of the log: a JSON object in ASCII, so that no console and no editor can garble it.</summary>
internal static class LogLine
{
    /// <summary>Composes a line.</summary>
    /// <param name="time">When it happened.</param>
    /// <param name="level">How much it matters.</param>
    /// <param name="name">The name of the event.</param>
    /// <param name="correlation">The mark of the enrolment; null when it belongs to none.</param>
    /// <param name="process">The process.</param>
    /// <param name="fields">The fields of the event.</param>
    /// <returns>The line with its end.</returns>
    public static string Compose(
        DateTimeOffset time,
        EventLevel level,
        string name,
        string? correlation,
        int process,
        IEnumerable<KeyValuePair<string, object?>> fields)
    {
        XElement?[] members =
        [
            JsonText.Moment("time", time),
            JsonText.Text("level", level.ToString()),
            JsonText.Text("event", name),
            JsonText.Text("correlation", correlation),
            JsonText.Number("process", process),
            .. fields.Select(field => Member(field.Key, field.Value)),
        ];
        return Ascii(Encoding.UTF8.GetString(JsonText.Write(indented: false, members))) + "\n";
    }

    private static XElement? Member(string name, object? value) => value switch
    {
        bool truth => JsonText.Boolean(name, truth),
        int number => JsonText.Number(name, number),
        long number => JsonText.Number(name, number),
        _ => JsonText.Text(name, Convert.ToString(value, CultureInfo.InvariantCulture)),
    };

    // Other characters stand only inside strings, where an escape means the same.
    private static string Ascii(string json)
    {
        var line = new StringBuilder(json.Length);
        foreach (char character in json)
        {
            line.Append(character < 0x80 ? character.ToString() : "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture));
        }

        return line.ToString();
    }
}
