using System.Collections.Generic;
using System.Linq;
using NaccsCert.Resources;

namespace NaccsCert.Messages.Files;

/// <summary>
/// A certificate file as people hand it in, in whichever form: DER, PEM (<c>scrca2.txt</c> of the manual is one), CMS, PKCS#12, base64
/// without armour; in UTF-8, UTF-16 or a code page; one part or several, in any order. The bytes that were signed stay as they came.
/// </summary>
internal sealed class CertificateFile
{
    /// <summary>The largest file that is looked at, in bytes.</summary>
    public const int MaxFileBytes = 1024 * 1024;

    /// <summary>More than anybody hands in at once; each certificate costs a look of the platform.</summary>
    private const int MaxParts = 1000;

    private CertificateFile(string path, IReadOnlyList<FilePart> parts)
    {
        Path = path;
        Certificates = [.. parts.Where(part => part.Kind == DerKind.Certificate).Select(part => part.Content)];
        Pkcs12Messages = [.. parts.Where(part => part.Kind == DerKind.Pkcs12).Select(part => part.Content)];
        Others = [.. parts.Where(part => part.Kind is not (DerKind.Certificate or DerKind.Pkcs12))];
    }

    /// <summary>Where it lies, for errors.</summary>
    public string Path { get; }

    /// <summary>The certificates that come without their keys, as DER, each once.</summary>
    public IReadOnlyList<byte[]> Certificates { get; }

    /// <summary>The PKCS#12 messages, which open with a password.</summary>
    public IReadOnlyList<byte[]> Pkcs12Messages { get; }

    /// <summary>What else is in it.</summary>
    public IReadOnlyList<FilePart> Others { get; }

    /// <summary>Whether it has a private key outside of PKCS#12.</summary>
    public bool HasBareKey => Others.Any(part => part.Kind == DerKind.PrivateKey);

    /// <summary>Reads a file's content.</summary>
    /// <param name="content">The content.</param>
    /// <param name="path">Where it lies, for errors.</param>
    /// <returns>What is in it: a certificate or a PKCS#12 message at least.</returns>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.FileTooLarge"/>, <see cref="ErrorId.CertificateFileUnreadable"/>,
    /// <see cref="ErrorId.CertificateFileIsWebPage"/>, <see cref="ErrorId.CertificateFileDamaged"/> or
    /// <see cref="ErrorId.CertificateFileUnsupported"/>. Where one part is damaged nothing is taken.
    /// </exception>
    public static CertificateFile Read(byte[] content, string path)
    {
        if (content.Length > MaxFileBytes)
        {
            throw new NaccsException(ErrorId.FileTooLarge, path, MaxFileBytes);
        }

        List<FilePart> parts = Distinct(FileParts.In(content, path));
        if (parts.Count > MaxParts)
        {
            throw new NaccsException(ErrorId.CertificateFileUnreadable, path, Strings.Format(StringId.FoundTooMuch, MaxParts));
        }

        var file = new CertificateFile(path, parts);
        if (file.Certificates.Count == 0 && file.Pkcs12Messages.Count == 0)
        {
            throw NothingIn(file.Others, path);
        }

        foreach (byte[] certificate in file.Certificates)
        {
            PlatformCheck.Require(certificate, path);
        }

        return file;
    }

    /// <summary>Reads a file of which only certificates are of use, not their keys.</summary>
    /// <param name="content">The content.</param>
    /// <param name="path">Where it lies, for errors.</param>
    /// <returns>The file, with one certificate at least.</returns>
    /// <exception cref="NaccsException">As for <see cref="Read"/>; a PKCS#12 file is none either.</exception>
    public static CertificateFile ReadCertificates(byte[] content, string path)
    {
        CertificateFile file = Read(content, path);
        return file.Certificates.Count > 0
            ? file
            : throw new NaccsException(ErrorId.CertificateFileUnreadable, path, Strings.Format(StringId.FoundPkcs12));
    }

    private static NaccsException NothingIn(IReadOnlyList<FilePart> others, string path) => new(
        ErrorId.CertificateFileUnreadable,
        path,
        others.Count == 0 ? Strings.Format(StringId.FoundUnknown) : others[0].Describe());

    private static List<FilePart> Distinct(IReadOnlyList<FilePart> parts)
    {
        var seen = new HashSet<string>();
        return [.. parts.Where(part => part.Content.Length == 0 || seen.Add(Fingerprint.Sha256(part.Content)))];
    }
}
