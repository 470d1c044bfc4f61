using System.Collections.Generic;
using System.Linq;
using System.Text;
using NaccsCert.Resources;

namespace NaccsCert.IO.Json;

/// <summary>Reads a JSON text (RFC 8259) into elements that know their paths, with bounds on depth and size.</summary>
internal static class JsonDocument
{
    /// <summary>The largest document that people write, in bytes.</summary>
    public const int MaxDocumentBytes = 1024 * 1024;

    // Windows PowerShell writes UTF-16 where it is told nothing else, and always marks it.
    private static readonly Encoding[] Encodings =
    [
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    /// <summary>Reads UTF-8 text, or UTF-16 text that begins with a byte order mark.</summary>
    /// <param name="content">The text.</param>
    /// <param name="largest">The largest text that is looked at, in bytes.</param>
    /// <param name="problems">Takes what is wrong with the values; null to throw the first.</param>
    /// <param name="notation">What may be in it.</param>
    /// <returns>The root value, whose path is <c>$</c>.</returns>
    /// <exception cref="JsonFormatException">It is not JSON, or beyond the bounds.</exception>
    public static JsonElement Parse(
        byte[] content,
        int largest = MaxDocumentBytes,
        ICollection<JsonProblem>? problems = null,
        JsonNotation notation = JsonNotation.Strict)
    {
        if (content.Length > largest)
        {
            throw new JsonFormatException("$", Strings.Format(StringId.JsonTooLarge, largest));
        }

        string text = Decode(content);
        var source = new JsonSource(text, problems);
        try
        {
            return new JsonElement(JsonReader.Read(text, notation), "$", source);
        }
        catch (JsonSyntaxException exception)
        {
            throw source.Error(new JsonProblem("$", Strings.Format(StringId.JsonSyntax, exception.Message)), exception.Position);
        }
    }

    /// <summary>Reads the values of a text that <see cref="Parse"/> has taken, for those who write them again.</summary>
    /// <param name="content">The text.</param>
    /// <param name="notation">What may be in it.</param>
    public static JsonValue ReadValue(byte[] content, JsonNotation notation) => JsonReader.Read(Decode(content), notation);

    private static string Decode(byte[] content)
    {
        try
        {
            return DecodeMarked(content);
        }
        catch (DecoderFallbackException)
        {
            throw new JsonFormatException("$", Strings.Format(StringId.JsonEncoding));
        }
    }

    private static string DecodeMarked(byte[] content)
    {
        foreach (Encoding encoding in Encodings)
        {
            byte[] mark = encoding.GetPreamble();
            if (content.Take(mark.Length).SequenceEqual(mark))
            {
                return encoding.GetString(content, mark.Length, content.Length - mark.Length);
            }
        }

        return Encodings[0].GetString(content);
    }
}
