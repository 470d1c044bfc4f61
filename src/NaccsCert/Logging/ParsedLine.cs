using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NaccsCert.IO.Json;

namespace NaccsCert.Logging;

/// <summary>A line of the log, read back: what <see cref="LogLine"/> composed.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Level">How much it matters.</param>
/// <param name="Event">The name of the event.</param>
/// <param name="Correlation">The mark of the enrollment; null when it belongs to none.</param>
/// <param name="Process">The process.</param>
/// <param name="Fields">The fields of the event.</param>
internal sealed record ParsedLine(
    DateTimeOffset Time,
    LogLevel Level,
    string Event,
    string? Correlation,
    int Process,
    IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    private static readonly string[] OwnMembers = ["time", "level", "event", "correlation", "process"];

    /// <summary>A field of the event.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Its value as text; null when it has none.</returns>
    public string? Field(string name) => Fields.FirstOrDefault(field => field.Key == name).Value;

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line without its end.</param>
    /// <returns>What it tells; null when it is none of the log, or only a part of one.</returns>
    public static ParsedLine? TryParse(string line)
    {
        JsonValue value;
        try
        {
            value = JsonReader.Read(line, JsonNotation.Strict);
        }
        catch (JsonSyntaxException)
        {
            return null;
        }

        if (value.Type != "object")
        {
            return null;
        }

        KeyValuePair<string, string>[] members =
        [
            .. value.Names.Zip(value.Values, (name, member) => new KeyValuePair<string, string>(ForeignText.ToMessage(name), member.Text)),
        ];
        string Own(string name) => members.FirstOrDefault(member => member.Key == name).Value ?? string.Empty;
        return JsonText.ReadMoment(Own("time")) is { } time && LevelOf(Own("level")) is { } level && Own("event").Length > 0
            ? new ParsedLine(
                time,
                level,
                ForeignText.ToMessage(Own("event")),
                Own("correlation") is { Length: > 0 } correlation ? ForeignText.ToMessage(correlation) : null,
                int.TryParse(Own("process"), NumberStyles.None, CultureInfo.InvariantCulture, out int process) ? process : 0,
                [.. members.Where(member => !OwnMembers.Contains(member.Key))])
            : null;
    }

    // By its name alone: TryParse takes numbers too.
    private static LogLevel? LevelOf(string text) =>
        Enum.GetNames(typeof(LogLevel)).Contains(text) ? (LogLevel)Enum.Parse(typeof(LogLevel), text) : null;
}
