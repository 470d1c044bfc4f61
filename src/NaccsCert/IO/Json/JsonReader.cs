using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using NaccsCert.Resources;

namespace NaccsCert.IO.Json;

/// <summary>Reads a JSON text (RFC 8259) in time and memory that grow with its length, and no faster.</summary>
/// <remarks>
/// The reader of .NET Framework's class library copies a string anew at each of its escapes, so that one megabyte takes half
/// a minute. System.Text.Json 10.0.12 would serve both frameworks and needs no binding redirects, but it costs more than it
/// saves: nine assemblies and 1.3 MB for net48, and for the first document that a process reads, the built-in definition,
/// 117 methods are compiled in place of 43, in sixteen times the time (523 ms to 32 ms, the best of ten processes on a busy
/// machine). The copy that .NET carries compiles 17 and still took twice the time (68 ms), as its assemblies are loaded.
/// </remarks>
internal sealed class JsonReader
{
    private const int MaxDepth = 16;
    private const int MaxValues = 20_000;
    private const string Escaped = "\"\\/bfnrt";
    private const string Unescaped = "\"\\/\b\f\n\r\t";

    private readonly string _text;
    private readonly JsonNotation _notation;
    private int _position;
    private int _values;

    private JsonReader(string text, JsonNotation notation) => (_text, _notation) = (text, notation);

    private bool AtEnd => _position == _text.Length;

    /// <summary>Reads a whole text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="notation">What may be in it.</param>
    /// <returns>Its one value.</returns>
    /// <exception cref="JsonSyntaxException">It is no JSON text, or has more levels or values than any document of ours.</exception>
    public static JsonValue Read(string text, JsonNotation notation)
    {
        var reader = new JsonReader(text, notation);
        JsonValue value = reader.ReadValue(1);
        return reader.AtEnd ? value : throw reader.Error(StringId.JsonAfterEnd);
    }

    private JsonValue ReadValue(int depth)
    {
        if (depth > MaxDepth || ++_values > MaxValues)
        {
            throw Error(StringId.JsonTooDeep, MaxDepth, MaxValues);
        }

        SkipBlanks();
        JsonValue value = Peek() switch
        {
            '{' => ReadObject(depth),
            '[' => ReadArray(depth),
            '"' => new JsonValue { Type = "string", Position = _position, Text = ReadString() },
            't' => ReadWord("true", "boolean"),
            'f' => ReadWord("false", "boolean"),
            'n' => ReadWord("null", "null"),
            _ => ReadNumber(),
        };
        SkipBlanks();
        return value;
    }

    private JsonValue ReadObject(int depth)
    {
        var names = new List<string>();
        var positions = new List<int>();
        var values = new List<JsonValue>();
        int start = _position++;
        SkipBlanks();
        while (Peek() != '}' || names.Count > 0)
        {
            SkipBlanks();
            positions.Add(_position);
            names.Add(ReadString());
            SkipBlanks();
            Take(':');
            values.Add(ReadValue(depth + 1));
            if (Peek() == '}')
            {
                break;
            }

            Take(',');
        }

        Take('}');
        return new JsonValue { Type = "object", Position = start, Names = names, NamePositions = positions, Values = values };
    }

    private JsonValue ReadArray(int depth)
    {
        var values = new List<JsonValue>();
        int start = _position++;
        SkipBlanks();
        while (Peek() != ']' || values.Count > 0)
        {
            values.Add(ReadValue(depth + 1));
            if (Peek() == ']')
            {
                break;
            }

            Take(',');
        }

        Take(']');
        return new JsonValue { Type = "array", Position = start, Values = values };
    }

    private string ReadString()
    {
        Take('"');
        var text = new StringBuilder();
        while (Peek() != '"')
        {
            char character = _text[_position++];
            text.Append(character switch
            {
                '\\' => ReadEscape(),
                < ' ' => throw Error(StringId.JsonControl),
                _ => character,
            });
        }

        _position++;
        return text.ToString();
    }

    // A half of a surrogate pair alone is allowed by the grammar (RFC 8259, section 8.2), and kept.
    private char ReadEscape()
    {
        char kind = Peek();
        _position++;
        if (kind == 'u' && _position + 4 <= _text.Length
            && int.TryParse(
                _text.Substring(_position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code))
        {
            _position += 4;
            return (char)code;
        }

        int known = Escaped.IndexOf(kind);
        return known >= 0 ? Unescaped[known] : throw Error(StringId.JsonEscape);
    }

    private JsonValue ReadWord(string word, string type)
    {
        if (string.CompareOrdinal(_text, _position, word, 0, word.Length) != 0)
        {
            throw Error(StringId.JsonWord);
        }

        _position += word.Length;
        return new JsonValue { Type = type, Position = _position - word.Length, Text = word };
    }

    // int frac exp (RFC 8259, section 6).
    private JsonValue ReadNumber()
    {
        int start = _position;
        Skip(character => character == '-', 1);
        int leading = _position;
        int whole = SkipDigits();
        bool isNumber = whole > 0 && (whole == 1 || _text[leading] != '0')
            && (Skip(character => character == '.', 1) == 0 || SkipDigits() > 0)
            && (Skip(character => character is 'e' or 'E', 1) == 0 || (Skip(character => character is '+' or '-', 1) >= 0 && SkipDigits() > 0));
        return isNumber
            ? new JsonValue { Type = "number", Position = start, Text = _text.Substring(start, _position - start) }
            : throw Error(StringId.JsonNoValue);
    }

    private void SkipBlanks()
    {
        do
        {
            Skip(character => character is ' ' or '\t' or '\r' or '\n', int.MaxValue);
        }
        while (_notation == JsonNotation.WithComments && SkipComment());
    }

    private bool SkipComment()
    {
        if (StartsWith("//"))
        {
            Skip(character => character != '\n', int.MaxValue);
            return true;
        }

        if (!StartsWith("/*"))
        {
            return false;
        }

        int end = _text.IndexOf("*/", _position + 2, StringComparison.Ordinal);
        if (end < 0)
        {
            throw Error(StringId.JsonEndsEarly);
        }

        _position = end + 2;
        return true;
    }

    private bool StartsWith(string mark) => string.CompareOrdinal(_text, _position, mark, 0, mark.Length) == 0;

    private int SkipDigits() => Skip(character => character is >= '0' and <= '9', int.MaxValue);

    private int Skip(Func<char, bool> isMeant, int most)
    {
        int start = _position;
        while (!AtEnd && _position - start < most && isMeant(_text[_position]))
        {
            _position++;
        }

        return _position - start;
    }

    private char Peek() => AtEnd ? throw Error(StringId.JsonEndsEarly) : _text[_position];

    private void Take(char expected)
    {
        if (Peek() != expected)
        {
            throw Error(StringId.JsonLacks, expected);
        }

        _position++;
    }

    private JsonSyntaxException Error(StringId complaint, params object[] arguments) =>
        new(Strings.Format(complaint, arguments), _position);
}
