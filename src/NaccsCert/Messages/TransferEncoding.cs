using System;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace NaccsCert.Messages;

/// <summary>
/// The binary content of an answer. Deployed servers send base64 with or without line ends, PEM armour, or raw DER,
/// whatever their header fields say (RFC 8951, section 3.1).
/// </summary>
internal static class TransferEncoding
{
    private const byte DerSequence = 0x30;

    private static readonly Regex Armour = new(
        "^-----BEGIN [A-Z0-9 ]{1,40}-----(?<body>[^-]*)-----END [A-Z0-9 ]{1,40}-----$",
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

        if (content.Any(character => character > 0x7E))
        {
            throw new FormatException("neither DER nor base64");
        }

        string text = Encoding.ASCII.GetString(content).Trim();
        Match match = Armour.Match(text);
        return Convert.FromBase64String(match.Success ? match.Groups["body"].Value : text);
    }
}
