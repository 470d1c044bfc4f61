using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NaccsCert.Resources;

namespace NaccsCert.IO.Json;

/// <summary>
/// A value of a JSON document that knows its own path, so that every complaint names the place (RFC 9535 notation). Where problems are
/// collected, a value is complained about once, and then reads as something harmless.
/// </summary>
internal sealed class JsonElement
{
    private readonly JsonValue _value;
    private readonly JsonSource _source;
    private bool _isRefused;

    internal JsonElement(JsonValue value, string path, JsonSource source)
    {
        (_value, Path, _source) = (value, path, source);
    }

    /// <summary>The place of this value, for example <c>$.hosts[2].port</c>.</summary>
    public string Path { get; }

    /// <summary>The member of that name; refuses a missing one.</summary>
    public JsonElement Required(string name) => Optional(name) ?? Missing(name);

    /// <summary>The member of that name, or null when it is missing or JSON null.</summary>
    public JsonElement? Optional(string name)
    {
        if (!Is("object"))
        {
            return null;
        }

        JsonValue? member = _value.Values.Where((_, index) => _value.Names[index] == name).FirstOrDefault();
        return member is null || member.Type == "null" ? null : new JsonElement(member, $"{Path}.{name}", _source);
    }

    /// <summary>Refuses members that are not in <paramref name="names"/>, and members that stand twice.</summary>
    public void AllowOnly(params string[] names)
    {
        if (!Is("object"))
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int index = 0; index < _value.Names.Count; index++)
        {
            string name = _value.Names[index];
            if (!names.Contains(name, StringComparer.Ordinal))
            {
                ReportUnknown(index, NameSuggestion.For(name, names));
            }
            else if (!seen.Add(name))
            {
                ReportMember(index, Strings.Format(StringId.JsonTwice));
            }
        }
    }

    /// <summary>The elements of an array.</summary>
    public IReadOnlyList<JsonElement> Items() => Is("array")
        ? [.. _value.Values.Select((value, index) => new JsonElement(value, $"{Path}[{index}]", _source))]
        : [];

    /// <summary>The text of a string that is not blank.</summary>
    public string Text()
    {
        string text = AnyText();
        return string.IsNullOrWhiteSpace(text) ? Refuse(Strings.Format(StringId.JsonBlank), text) : text;
    }

    /// <summary>The text of a string, which may be blank.</summary>
    public string AnyText() => Is("string") ? _value.Text : string.Empty;

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public int Integer(int least, int most) =>
        Is("number") && int.TryParse(_value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            && value >= least && value <= most
            ? value
            : Refuse(Strings.Format(StringId.JsonInteger, least, most), least);

    /// <summary>True or false.</summary>
    public bool Boolean() => Is("boolean") && _value.Text == "true";

    /// <summary>A moment in UTC, as <see cref="JsonText.Moment"/> writes it.</summary>
    public DateTimeOffset Moment() => JsonText.ReadMoment(Text()) ?? throw Error(Strings.Format(StringId.JsonMoment));

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
            ? Refuse(Strings.Format(StringId.JsonChoice, string.Join(", ", names)), default(T))
            : (T)Enum.Parse(typeof(T), name);
    }

    /// <summary>A complaint about this value, to be thrown by those who read no further.</summary>
    public JsonFormatException Error(string complaint) => _source.Error(new JsonProblem(Path, complaint), _value.Position);

    /// <summary>Complains about this value, unless that was done before.</summary>
    /// <param name="complaint">What is wrong.</param>
    /// <param name="instead">What to go on with where problems are collected.</param>
    /// <returns>What to go on with.</returns>
    /// <exception cref="JsonFormatException">Problems are not collected.</exception>
    public T Refuse<T>(string complaint, T instead)
    {
        if (!_isRefused)
        {
            _isRefused = true;
            _source.Report(new JsonProblem(Path, complaint), _value.Position);
        }

        return instead;
    }

    private JsonElement Missing(string name)
    {
        var missing = new JsonElement(new JsonValue { Type = "null", Position = _value.Position }, $"{Path}.{name}", _source)
        {
            _isRefused = _isRefused,
        };
        return missing.Refuse(Strings.Format(StringId.JsonMissing), missing);
    }

    private bool Is(string kind) =>
        _value.Type == kind || Refuse(Strings.Format(StringId.JsonType, _value.Type, kind), false);

    private void ReportUnknown(int index, string? suggestion) => ReportMember(
        index,
        suggestion is null ? Strings.Format(StringId.JsonUnknown) : Strings.Format(StringId.JsonMisspelt, suggestion),
        suggestion);

    private void ReportMember(int index, string complaint, string? suggestion = null) => _source.Report(
        new JsonProblem($"{Path}.{_value.Names[index]}", complaint) { Suggestion = suggestion }, _value.NamePositions[index]);

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}
