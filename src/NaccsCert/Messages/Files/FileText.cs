using System;
using System.Linq;
using System.Text;

namespace NaccsCert.Messages.Files;

/// <summary>
/// The text of a certificate file. Armour and base64 are ASCII in every encoding, so only their width has to be known: Windows
/// PowerShell's <c>&gt;</c> writes UTF-16, and what stands before the armour may be UTF-8 or a code page such as CP932.
/// </summary>
internal static class FileText
{
    private const int Latin1 = 28591;

    private static readonly Encoding Bytes = Encoding.GetEncoding(Latin1);
    private static readonly byte[] ArmourLittleEndian = Encoding.Unicode.GetBytes(PemText.Begin);
    private static readonly byte[] ArmourBigEndian = Encoding.BigEndianUnicode.GetBytes(PemText.Begin);

    /// <summary>Reads a file's content as text.</summary>
    /// <param name="content">The content.</param>
    /// <returns>The text; every character that is no ASCII is some other one that is none.</returns>
    public static string Decode(byte[] content)
    {
        if (Begins(content, 0xFF, 0xFE))
        {
            return Wide(Encoding.Unicode, content, 2);
        }

        if (Begins(content, 0xFE, 0xFF))
        {
            return Wide(Encoding.BigEndianUnicode, content, 2);
        }

        return Begins(content, 0xEF, 0xBB, 0xBF) ? Bytes.GetString(content, 3, content.Length - 3) : Unmarked(content);
    }

    private static bool Begins(byte[] content, params byte[] mark) => content.Take(mark.Length).SequenceEqual(mark);

    private static string Unmarked(byte[] content)
    {
        string octets = Bytes.GetString(content);
        int little = IndexOf(octets, ArmourLittleEndian);
        int big = IndexOf(octets, ArmourBigEndian);
        if (little >= 0 || IsZeroAt(1, content))
        {
            return Wide(Encoding.Unicode, content, Math.Max(little, 0) % 2);
        }

        return big >= 0 || IsZeroAt(0, content)
            ? Wide(Encoding.BigEndianUnicode, content, Math.Max(big, 0) % 2)
            : octets;
    }

    private static string Wide(Encoding encoding, byte[] content, int start) =>
        encoding.GetString(content, start, (content.Length - start) / 2 * 2);

    // ASCII in UTF-16 has a zero in every second byte, and nothing else has.
    private static bool IsZeroAt(int parity, byte[] content)
    {
        for (int index = 0; index < content.Length; index++)
        {
            if (content[index] == 0 != (index % 2 == parity))
            {
                return false;
            }
        }

        return content.Length > 1;
    }

    private static int IndexOf(string octets, byte[] wanted) => octets.IndexOf(Bytes.GetString(wanted), StringComparison.Ordinal);
}
