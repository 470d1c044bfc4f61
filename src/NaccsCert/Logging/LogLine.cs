using System;
using System.Collections.Generic;
using System.Diagnostics.Tracing;
using System.Globalization;
using System.Linq;
using NaccsCert.IO.Json;

namespace NaccsCert.Logging;

/// <summary>One line of the log.</summary>
internal static class LogLine
{
    /// <summary>Composes a line.</summary>
    /// <param name="time">When it happened.</param>
    /// <param name="level">How much it matters.</param>
    /// <param name="name">The name of the event.</param>
    /// <param name="correlation">The mark of the enrollment; null when it belongs to none.</param>
    /// <param name="process">The process.</param>
    /// <param name="fields">The fields of the event.</param>
    /// <returns>A JSON object without a line end.</returns>
    public static string Compose(
        DateTimeOffset time,
        EventLevel level,
        string name,
        string? correlation,
        int process,
        IEnumerable<KeyValuePair<string, object?>> fields) => JsonText.Object(
        [
            JsonText.Moment("time", time),
            JsonText.Text("level", level.ToString()),
            JsonText.Text("event", name),
            JsonText.Text("correlation", correlation),
            JsonText.Number("process", process),
            .. fields.Select(field => Member(field.Key, field.Value)),
        ]);

    private static string? Member(string name, object? value) => value switch
    {
        bool truth => JsonText.Boolean(name, truth),
        int number => JsonText.Number(name, number),
        long number => JsonText.Number(name, number),
        _ => JsonText.Text(
            name, ForeignText.ToMessage(Convert.ToString(value, CultureInfo.InvariantCulture), ForeignText.MaxMessageLength)),
    };
}
