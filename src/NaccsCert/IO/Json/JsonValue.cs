using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.IO.Json;

/// <summary>A JSON value (RFC 8259, section 3) as it was read, and not yet asked for anything.</summary>
internal sealed class JsonValue
{
    /// <summary>Its type, by which the complaints name it: <c>object</c>, <c>array</c>, <c>string</c>, <c>number</c>, <c>boolean</c> or <c>null</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Where it begins: the number of characters before it.</summary>
    public int Position { get; init; }

    /// <summary>The content of a string, or the characters of a number; else empty.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>The values of an array, or of an object in the order of <see cref="Names"/>.</summary>
    public IReadOnlyList<JsonValue> Values { get; init; } = [];

    /// <summary>The names of an object, which may stand twice.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Where each of <see cref="Names"/> begins.</summary>
    public IReadOnlyList<int> NamePositions { get; init; } = [];

    /// <summary>A string.</summary>
    public static JsonValue OfText(string text) => new() { Type = "string", Text = text };

    /// <summary>A member of an object; null where there is none.</summary>
    public JsonValue? Member(string name) => Values.Where((_, index) => index < Names.Count && Names[index] == name).FirstOrDefault();

    /// <summary>An object with another value for a member, which comes last where it is new.</summary>
    public JsonValue With(string name, JsonValue value) => new()
    {
        Type = Type,
        Names = Names.Contains(name) ? Names : [.. Names, name],
        Values = Names.Contains(name) ? [.. Values.Select((old, index) => Names[index] == name ? value : old)] : [.. Values, value],
    };
}
