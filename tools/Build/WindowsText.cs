using System.IO;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace NaccsCert.Build;

/// <summary>Writes text files as Windows PowerShell reads them.</summary>
internal static class WindowsText
{
    // Windows PowerShell reads a file without a byte order mark in the system code page.
    private static readonly UTF8Encoding WithByteOrderMark = new(encoderShouldEmitUTF8Identifier: true);

    // No reader can mistake it, with or without a mark.
    private static readonly Encoding Ascii = Encoding.GetEncoding("us-ascii", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    /// <summary>Writes XML, indented and without a declaration; see <see cref="Write(string, string)"/>.</summary>
    /// <param name="path">The file; its folder is made where it is missing.</param>
    /// <param name="document">The XML.</param>
    public static void Write(string path, XDocument document)
    {
        var text = new StringWriter();
        var settings = new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\r\n" };
        using (var writer = XmlWriter.Create(text, settings))
        {
            document.Save(writer);
        }

        Write(path, text + "\r\n");
    }

    /// <summary>Writes a text in UTF-8. An unchanged file keeps its time, and is not staged again.</summary>
    /// <param name="path">The file; its folder is made where it is missing.</param>
    /// <param name="text">The text, with the line ends of Windows.</param>
    public static void Write(string path, string text) => Write(path, text, WithByteOrderMark);

    /// <summary>Writes a text in ASCII, without a byte order mark: agents that check signatures ask for that.</summary>
    /// <param name="path">The file; its folder is made where it is missing.</param>
    /// <param name="text">The text, with the line ends of Windows.</param>
    /// <exception cref="EncoderFallbackException">The text has a character that is not in ASCII.</exception>
    public static void WriteAscii(string path, string text) => Write(path, text, Ascii);

    private static void Write(string path, string text, Encoding encoding)
    {
        if (File.Exists(path) && File.ReadAllText(path) == text)
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path, text, encoding);
    }
}
