using System;
using System.Runtime.Serialization.Json;
using System.Xml;
using System.Xml.Linq;

namespace NaccsCert.Services.Json;

/// <summary>Reads a JSON text (RFC 8259) into elements that know their paths, with bounds on depth and size.</summary>
internal static class JsonDocument
{
    private const int LargestDocument = 1024 * 1024;
    private const int DeepestNesting = 16;

    /// <summary>Reads UTF-8 text, with or without a byte order mark.</summary>
    /// <param name="utf8">The text.</param>
    /// <returns>The root value, whose path is <c>$</c>.</returns>
    /// <exception cref="JsonFormatException">It is not JSON, or beyond the bounds.</exception>
    public static JsonElement Parse(byte[] utf8)
    {
        if (utf8.Length > LargestDocument)
        {
            throw new JsonFormatException("$", $"is larger than {LargestDocument} bytes");
        }

        var quotas = new XmlDictionaryReaderQuotas { MaxDepth = DeepestNesting, MaxStringContentLength = LargestDocument };
        int start = utf8.Length > 2 && utf8[0] == 0xEF && utf8[1] == 0xBB && utf8[2] == 0xBF ? 3 : 0;
        try
        {
            using XmlDictionaryReader reader =
                JsonReaderWriterFactory.CreateJsonReader(utf8, start, utf8.Length - start, quotas);
            return new JsonElement(XElement.Load(reader), "$");
        }

        // The reader runs out of its own bounds on a bracket too many.
        catch (Exception exception) when (exception is XmlException or FormatException or ArgumentException
            or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new JsonFormatException("$", "is not JSON: " + exception.Message);
        }
    }
}
