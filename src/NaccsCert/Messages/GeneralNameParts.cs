using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text;
using NaccsCert.Messages.Ber;

namespace NaccsCert.Messages;

/// <summary>A name of any kind (RFC 5280, section 4.2.1.6).</summary>
/// <param name="Kind">The tag's number.</param>
/// <param name="Content">What is under the tag, as it came.</param>
internal sealed record GeneralNameParts(int Kind, byte[] Content)
{
    public const int Email = 1;
    public const int Dns = 2;
    public const int Directory = 4;
    public const int Uri = 6;
    public const int Address = 7;

    private const int NumberMask = 0x1F;

    /// <summary>The content as text.</summary>
    public string Text => Encoding.ASCII.GetString(Content);

    /// <summary>Whether a mail address, host name or address is one.</summary>
    public bool IsWellFormed => Kind switch
    {
        Email => IsAscii && IsMailbox(Text.Split('@')),
        Dns => IsAscii && IsHostName(Text.StartsWith("*.", StringComparison.Ordinal) ? Text.Substring(2) : Text) && !IPAddress.TryParse(Text, out _),
        Address => Content.Length is 4 or 16,
        _ => true,
    };

    private bool IsAscii => Content.All(octet => octet is > 0x20 and < 0x7F);

    /// <summary>The names in a sequence of them.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static IEnumerable<GeneralNameParts> In(BerValue sequence) => sequence.Members().Select(Of);

    /// <summary>One name.</summary>
    public static GeneralNameParts Of(BerValue value) => new(
        value.Tag & NumberMask,
        value.Tag == BerTag.Explicit(Directory) ? value.Inner().Encoded() : value.Content());

    /// <summary>The subject's alternative names in a certificate.</summary>
    /// <exception cref="FormatException">They cannot be read, or are none.</exception>
    public static IEnumerable<GeneralNameParts> AlternativeNames(CertificateParts certificate)
    {
        if (certificate.Extension(ExtensionIds.SubjectAlternativeName) is not { } extension)
        {
            return [];
        }

        List<GeneralNameParts> names = [.. In(extension.As(BerTag.Sequence))];
        return names.Count > 0 ? names : throw new FormatException("no alternative name");
    }

    /// <summary>Whether a host name or an address is written just so.</summary>
    public bool Says(string text) =>
        Kind == Dns ? Text == text : Kind == Address && IsWellFormed && new IPAddress(Content).ToString() == text;

    private static bool IsMailbox(string[] parts) => parts.Length == 2 && parts[0].Length > 0 && IsHostName(parts[1]);

    /// <summary>Whether some text is a host name as certificates have them (RFC 1034, section 3.5).</summary>
    public static bool IsHostName(string text) =>
        text.Length is > 0 and < 254
        && text.Split('.').All(label => label.Length is > 0 and < 64
            && label.All(letter => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-')
            && label[0] != '-' && label[label.Length - 1] != '-');
}
