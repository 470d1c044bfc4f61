using System.IO;
using System.Text;

namespace NaccsCert.Build;

/// <summary>Writes text files as Windows PowerShell reads them.</summary>
internal static class WindowsText
{
    // Windows PowerShell reads a file without a byte order mark in the system code page.
    private static readonly UTF8Encoding WithByteOrderMark = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>Writes a text in UTF-8. An unchanged file keeps its time, and is not staged again.</summary>
    /// <param name="path">The file; its folder is made where it is missing.</param>
    /// <param name="text">The text, with the line ends of Windows.</param>
    public static void Write(string path, string text)
    {
        if (File.Exists(path) && File.ReadAllText(path) == text)
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path, text, WithByteOrderMark);
    }
}
