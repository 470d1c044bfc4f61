using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text;

namespace NaccsCert.Support;

/// <summary>
/// Writes records as JSON that the people at a support desk read as well: indented, in UTF-8 with a byte order mark, times in UTC,
/// states by their names.
/// </summary>
internal static class RecordJson
{
    private const string MomentNotation = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>Writes a whole document.</summary>
    /// <param name="value">Records, texts, numbers, moments; lists of them; lists of names with values, which become an object.</param>
    public static byte[] Document(object? value)
    {
        var text = new StringBuilder();
        Write(text, value, string.Empty);
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.Append('\n').ToString())];
    }

    private static void Write(StringBuilder text, object? value, string indent)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case bool truth:
                text.Append(truth ? "true" : "false");
                break;
            case sbyte or byte or short or ushort or int or uint or long or ulong:
                text.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset moment:
                WriteText(text, moment.UtcDateTime.ToString(MomentNotation, CultureInfo.InvariantCulture));
                break;
            case string or Enum or Uri or TimeSpan or Version:
                WriteText(text, Convert.ToString(value, CultureInfo.InvariantCulture)!);
                break;
            case IEnumerable<KeyValuePair<string, object?>> members:
                WriteAll(text, members, indent, '{', '}', (member, inner) =>
                {
                    WriteText(text, member.Key);
                    text.Append(": ");
                    Write(text, member.Value, inner);
                });
                break;
            case IEnumerable items:
                WriteAll(text, items.Cast<object?>(), indent, '[', ']', (item, inner) => Write(text, item, inner));
                break;
            default:
                Write(text, Members(value), indent);
                break;
        }
    }

    // A record, by what others can read of it.
    private static IEnumerable<KeyValuePair<string, object?>> Members(object record) => record.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Select(property => new KeyValuePair<string, object?>(property.Name, property.GetValue(record)));

    private static void WriteAll<T>(
        StringBuilder text, IEnumerable<T> items, string indent, char begin, char end, Action<T, string> write)
    {
        string inner = indent + "  ";
        text.Append(begin);
        bool isFirst = true;
        foreach (T item in items)
        {
            text.Append(isFirst ? "\n" : ",\n").Append(inner);
            write(item, inner);
            isFirst = false;
        }

        text.Append(isFirst ? string.Empty : "\n" + indent).Append(end);
    }

    // RFC 8259, section 7; what steers a console is no part of any text.
    private static void WriteText(StringBuilder text, string value) => text
        .Append('"')
        .Append(ForeignText.ToMessage(value, int.MaxValue).Replace("\\", "\\\\").Replace("\"", "\\\""))
        .Append('"');
}
