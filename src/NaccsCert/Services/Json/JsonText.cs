using System;
using System.Globalization;
using System.IO;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace NaccsCert.Services.Json;

/// <summary>Composes JSON texts (RFC 8259). Members without a value are left out.</summary>
internal static class JsonText
{
    private const string MomentNotation = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    /// <summary>A text as UTF-8.</summary>
    /// <param name="indented">Whether people read it line by line.</param>
    /// <param name="members">The members of the one object.</param>
    public static byte[] Write(bool indented, params XElement?[] members)
    {
        using var buffer = new MemoryStream();
        using (XmlDictionaryWriter writer = JsonReaderWriterFactory.CreateJsonWriter(
            buffer, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), ownsStream: false, indent: indented))
        {
            Object("root", members).WriteTo(writer);
        }

        return buffer.ToArray();
    }

    /// <summary>A member that is an object.</summary>
    public static XElement Object(string name, params XElement?[] members) => new(name, Type("object"), members);

    /// <summary>A member that is an array; the names of its items do not matter.</summary>
    public static XElement Array(string name, params XElement?[] items) => new(name, Type("array"), items);

    /// <summary>A member that is a text; null for a text that is null or empty.</summary>
    public static XElement? Text(string name, string? value) =>
        string.IsNullOrEmpty(value) ? null : new XElement(name, Type("string"), value);

    /// <summary>A member that is a whole number.</summary>
    public static XElement Number(string name, long value) =>
        new(name, Type("number"), value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A member that is true or false.</summary>
    public static XElement Boolean(string name, bool value) => new(name, Type("boolean"), value ? "true" : "false");

    /// <summary>A member that is a moment, as text in UTC (ISO 8601).</summary>
    public static XElement? Moment(string name, DateTimeOffset? value) =>
        Text(name, value?.UtcDateTime.ToString(MomentNotation, CultureInfo.InvariantCulture));

    /// <summary>Reads what <see cref="Moment"/> wrote.</summary>
    public static DateTimeOffset? ReadMoment(string text) =>
        DateTimeOffset.TryParseExact(
            text, MomentNotation, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
            ? moment
            : null;

    private static XAttribute Type(string type) => new("type", type);
}
