using System.Linq;
using System.Text;
using NaccsCert.Compat;

namespace NaccsCert.IO.Tables;

/// <summary>
/// The text of a CSV file in whatever encoding programs in Japan write: UTF-8 or UTF-16 with or without a byte order mark (Excel's "CSV
/// UTF-8" and "Unicode text"), and CP932, the Shift_JIS of Windows (Excel's "CSV").
/// </summary>
internal static class TableEncoding
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);
    private static readonly Encoding LittleEndian = new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly Encoding BigEndian = new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);

    /// <summary>Reads text.</summary>
    /// <param name="content">The content of the file.</param>
    /// <returns>The text without its byte order mark; null when it is text in none of these.</returns>
    public static string? Decode(byte[] content)
    {
        foreach (Encoding marked in new[] { Utf8, LittleEndian, BigEndian })
        {
            byte[] mark = marked.GetPreamble();
            if (content.Take(mark.Length).SequenceEqual(mark))
            {
                return Decode(marked, content, mark.Length);
            }
        }

        // No text in a narrow encoding has a zero; what is ASCII of UTF-16 has one in each character, on the side of its high byte.
        int[] zeros = [.. Enumerable.Range(0, content.Length).Where(index => content[index] == 0)];
        if (zeros.Length > 0)
        {
            return Decode(zeros.Count(index => index % 2 == 1) * 2 >= zeros.Length ? LittleEndian : BigEndian, content, 0);
        }

        // The other way round is not possible: whatever is UTF-8 is some text in CP932 as well.
        return Decode(Utf8, content, 0) ?? Decode(CodePages.Japanese, content, 0);
    }

    private static string? Decode(Encoding encoding, byte[] content, int start)
    {
        try
        {
            return encoding.GetString(content, start, content.Length - start);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
