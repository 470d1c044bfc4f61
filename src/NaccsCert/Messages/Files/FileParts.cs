using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Messages.Ber;
using NaccsCert.Resources;

namespace NaccsCert.Messages.Files;

/// <summary>Takes a file's content apart.</summary>
internal static class FileParts
{
    /// <summary>Finds everything in a file.</summary>
    /// <param name="content">The content.</param>
    /// <param name="path">Where it lies, for errors.</param>
    /// <returns>The parts in their order.</returns>
    /// <exception cref="NaccsException">See <see cref="CertificateFile.Read"/>.</exception>
    public static IReadOnlyList<FilePart> In(byte[] content, string path)
    {
        if (content.All(octet => octet is 0 or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
        {
            throw new NaccsException(ErrorId.CertificateFileUnreadable, path, Strings.Format(StringId.FoundNothing));
        }

        try
        {
            string text = FileText.Decode(content);
            IReadOnlyList<PemBlock> blocks = PemText.BlocksIn(text);
            if (LooksLikeDer(content) && (blocks.Count == 0 || IsValue(content)))
            {
                return Values(content, null);
            }

            return blocks.Count > 0 ? [.. blocks.SelectMany(Read)] : Unarmoured(text, path);
        }
        catch (Exception exception) when (exception is FormatException or MessageFormatException or ArgumentException)
        {
            throw new NaccsException(ErrorId.CertificateFileDamaged, path, exception, exception.Message);
        }
    }

    // The tag is the digit 0 too: a short length counts only where it is right.
    private static bool LooksLikeDer(byte[] content) => content.Length > 1 && content[0] == BerTag.Sequence
        && (content[1] >= 0x80 || content.Length == content[1] + 2);

    private static bool IsValue(byte[] content)
    {
        try
        {
            BerValue.ReadFirst(content);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static List<FilePart> Unarmoured(string text, string path)
    {
        if (text.TrimStart().StartsWith("<", StringComparison.Ordinal))
        {
            throw new NaccsException(ErrorId.CertificateFileIsWebPage, path);
        }

        byte[] decoded;
        try
        {
            decoded = new PemBlock(string.Empty, text).Decode();
        }
        catch (FormatException)
        {
            return [];
        }

        return LooksLikeDer(decoded) ? Values(decoded, null) : [];
    }

    private static List<FilePart> Read(PemBlock block)
    {
        if (block.HasCertificates)
        {
            List<FilePart> parts = Values(block.Decode(), block.Label);
            return parts.Count > 0 && parts[0].Kind is not DerKind.Unknown ? parts : throw new FormatException(block.Label);
        }

        return [new FilePart(block.IsPrivateKey ? DerKind.PrivateKey : DerKind.Unknown, [], block.Label)];
    }

    // Several may follow one another; what follows that is no value is nothing that could be named.
    private static List<FilePart> Values(byte[] content, string? label) =>
        [.. BerValue.ReadLeading(content, BerTag.Sequence).SelectMany(value => Parts(value, label))];

    private static IEnumerable<FilePart> Parts(BerValue value, string? label)
    {
        byte[] encoded = value.Encoded();
        DerKind kind = DerContent.KindOf(value);
        switch (kind)
        {
            case DerKind.Cms:
                return CertsOnlyMessage.Parse(encoded).Select(certificate => new FilePart(DerKind.Certificate, certificate, label));
            case DerKind.Certificate:
                return [new FilePart(kind, CertificateParts.Parse(encoded).Encoded, label)];
            case DerKind.Pkcs12:
                return [new FilePart(kind, encoded, label)];
            default:
                return [new FilePart(kind, [], label)];
        }
    }
}
