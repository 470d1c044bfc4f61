using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;

namespace NaccsCert.Services.Json;

/// <summary>
/// A value of a JSON document that knows its own path, so that every complaint names the place (RFC 9535 notation).
/// </summary>
/// <remarks>
/// It stands on the JSON reader of the .NET class library, which .NET Framework 4.8 has in the box: System.Text.Json
/// would bring assemblies into powershell.exe that need binding redirects.
/// </remarks>
internal sealed class JsonElement
{
    private readonly XElement _element;

    internal JsonElement(XElement element, string path)
    {
        _element = element;
        Path = path;
    }

    /// <summary>The place of this value, for example <c>$.hosts[2].port</c>.</summary>
    public string Path { get; }

    private string Kind => (string?)_element.Attribute("type") ?? "string";

    /// <summary>The member of that name; refuses a missing one.</summary>
    public JsonElement Required(string name) =>
        Optional(name) ?? throw new JsonFormatException($"{Path}.{name}", "is missing");

    /// <summary>The member of that name, or null when it is missing or JSON null.</summary>
    public JsonElement? Optional(string name)
    {
        Expect("object");
        XElement? member = _element.Elements().FirstOrDefault(element => NameOf(element) == name);
        return member is null || (string?)member.Attribute("type") == "null"
            ? null
            : new JsonElement(member, $"{Path}.{name}");
    }

    /// <summary>Refuses members that are not in <paramref name="names"/>, and members that stand twice.</summary>
    public void AllowOnly(params string[] names)
    {
        Expect("object");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string name in _element.Elements().Select(NameOf))
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
        return [.. _element.Elements().Select((element, index) => new JsonElement(element, $"{Path}[{index}]"))];
    }

    /// <summary>The text of a string that is not blank.</summary>
    public string Text()
    {
        Expect("string");
        return _element.Value.Trim().Length > 0 ? _element.Value : throw Error("is blank");
    }

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public int Integer(int least, int most)
    {
        Expect("number");
        return int.TryParse(_element.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            && value >= least && value <= most
            ? value
            : throw Error($"is not a whole number from {least} to {most}");
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
        if (Kind != kind)
        {
            throw Error($"is of type {Kind}, not {kind}");
        }
    }

    // The reader puts a name that XML does not allow into an attribute and calls the element a:item.
    private static string NameOf(XElement element) =>
        (string?)element.Attribute("item") ?? element.Name.LocalName;

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}
