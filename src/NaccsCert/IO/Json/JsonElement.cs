using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace NaccsCert.IO.Json;

/// <summary>
/// A value of a JSON document that knows its own path, so that every complaint names the place (RFC 9535 notation).
/// </summary>
internal sealed class JsonElement
{
    private readonly JsonValue _value;

    internal JsonElement(JsonValue value, string path)
    {
        _value = value;
        Path = path;
    }

    /// <summary>The place of this value, for example <c>$.hosts[2].port</c>.</summary>
    public string Path { get; }

    /// <summary>The member of that name; refuses a missing one.</summary>
    public JsonElement Required(string name) =>
        Optional(name) ?? throw new JsonFormatException($"{Path}.{name}", "is missing");

    /// <summary>The member of that name, or null when it is missing or JSON null.</summary>
    public JsonElement? Optional(string name)
    {
        Expect("object");
        JsonValue? member = _value.Values.Where((_, index) => _value.Names[index] == name).FirstOrDefault();
        return member is null || member.Type == "null" ? null : new JsonElement(member, $"{Path}.{name}");
    }

    /// <summary>Refuses members that are not in <paramref name="names"/>, and members that stand twice.</summary>
    public void AllowOnly(params string[] names)
    {
        Expect("object");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string name in _value.Names)
        {
            if (!names.Contains(name, StringComparer.Ordinal))
            {
                throw new JsonFormatException($"{Path}.{name}", "is not known");
            }

            if (!seen.Add(name))
            {
                throw new JsonFormatException($"{Path}.{name}", "stands twice");
            }
        }
    }

    /// <summary>The elements of an array.</summary>
    public IReadOnlyList<JsonElement> Items()
    {
        Expect("array");
        return [.. _value.Values.Select((value, index) => new JsonElement(value, $"{Path}[{index}]"))];
    }

    /// <summary>The text of a string that is not blank.</summary>
    public string Text()
    {
        string text = AnyText();
        return string.IsNullOrWhiteSpace(text) ? throw Error("is blank") : text;
    }

    /// <summary>The text of a string, which may be blank.</summary>
    public string AnyText()
    {
        Expect("string");
        return _value.Text;
    }

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public int Integer(int least, int most)
    {
        Expect("number");
        return int.TryParse(_value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            && value >= least && value <= most
            ? value
            : throw Error($"is not a whole number from {least} to {most}");
    }

    /// <summary>True or false.</summary>
    public bool Boolean()
    {
        Expect("boolean");
        return _value.Text == "true";
    }

    /// <summary>A moment in UTC, as <see cref="JsonText.Moment"/> writes it.</summary>
    public DateTimeOffset Moment() => JsonText.ReadMoment(Text()) ?? throw Error("is not a moment in UTC");

    /// <summary>Bytes, as base64.</summary>
    public byte[] Bytes()
    {
        try
        {
            return Convert.FromBase64String(Text());
        }
        catch (FormatException)
        {
            throw Error("is not base64");
        }
    }

    /// <summary>One of the names of <typeparamref name="T"/>, spelled exactly.</summary>
    public T Choice<T>()
        where T : struct, Enum
    {
        string text = Text();
        string[] names = Enum.GetNames(typeof(T));
        string? name = names.FirstOrDefault(candidate => candidate == text || CamelCase(candidate) == text);
        return name is null
            ? throw Error("is none of " + string.Join(", ", names))
            : (T)Enum.Parse(typeof(T), name);
    }

    /// <summary>A complaint about this value.</summary>
    public JsonFormatException Error(string complaint) => new(Path, complaint);

    private void Expect(string kind)
    {
        if (_value.Type != kind)
        {
            throw Error($"is of type {_value.Type}, not {kind}");
        }
    }

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}
