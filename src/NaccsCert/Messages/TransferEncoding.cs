using System;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace NaccsCert.Messages;

/// <summary>
/// The binary content of an answer. Deployed servers send base64 with or without line ends, PEM armour, or raw DER,
/// whatever their header fields say (RFC 8951, section 3.1); tools write text before the armour (RFC 7468, section 5.2),
/// and editors a byte order mark.
/// </summary>
internal static class TransferEncoding
{
    private const byte DerSequence = 0x30;

    private static readonly Regex Armour = new(
        "-----BEGIN [A-Z0-9 ]{1,40}-----(?<body>[^-]*)-----END [A-Z0-9 ]{1,40}-----$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    /// <summary>Undoes whatever encoding the content has.</summary>
    /// <param name="content">The body of an answer.</param>
    /// <returns>DER bytes, unless the content is none of the encodings.</returns>
    /// <exception cref="FormatException">It is none of the encodings.</exception>
    public static byte[] Decode(byte[] content)
    {
        if (content.Length > 1 && content[0] == DerSequence && content[1] >= 0x80)
        {
            return content;
        }

        string text = Text(content).Trim();
        Match match = Match(text);
        if (match.Success)
        {
            return Convert.FromBase64String(match.Groups["body"].Value);
        }

        return text.All(character => character <= 0x7E)
            ? Convert.FromBase64String(text)
            : throw new FormatException("neither DER nor base64");
    }

    private static Match Match(string text)
    {
        try
        {
            return Armour.Match(text);
        }
        catch (RegexMatchTimeoutException exception)
        {
            throw new FormatException("no armour in reasonable time", exception);
        }
    }

    private static string Text(byte[] content)
    {
        if (content.Length > 1 && content[0] == 0xFF && content[1] == 0xFE)
        {
            return Encoding.Unicode.GetString(content, 2, content.Length - 2);
        }

        bool isMarked = content.Length > 2 && content[0] == 0xEF && content[1] == 0xBB && content[2] == 0xBF;
        return isMarked ? Encoding.UTF8.GetString(content, 3, content.Length - 3) : Encoding.UTF8.GetString(content);
    }
}
