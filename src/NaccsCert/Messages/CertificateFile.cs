using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using NaccsCert.Messages.Ber;

namespace NaccsCert.Messages;

/// <summary>Reads a file with one certificate in it, as PEM (RFC 7468; <c>scrca2.txt</c> of the manual is one) or DER.</summary>
internal static class CertificateFile
{
    /// <summary>The largest file that is looked at, in bytes.</summary>
    public const int MaxFileBytes = 1024 * 1024;

    private static readonly Regex Armour = new(
        "-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----(?<body>[A-Za-z0-9+/=\\s]*)-----END (?:X509 |TRUSTED )?CERTIFICATE-----",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    /// <summary>Takes the certificate out of a file's content.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="path">The file's path, for errors.</param>
    /// <returns>The certificate as DER.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.CertificateFileUnreadable"/>.</exception>
    public static byte[] Read(byte[] content, string path)
    {
        if (content.Length > MaxFileBytes)
        {
            throw new NaccsException(ErrorId.CertificateFileUnreadable, path);
        }

        try
        {
            // The bytes that were signed stay as they are in the file.
            byte[] encoded = Unarmour(content);
            using X509Certificate2 certificate = Certificates.Load(encoded);
            return BerValue.ReadFirst(encoded).Encoded();
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or RegexMatchTimeoutException)
        {
            throw new NaccsException(ErrorId.CertificateFileUnreadable, path, exception);
        }
    }

    private static byte[] Unarmour(byte[] content)
    {
        Match match = Armour.Match(Encoding.ASCII.GetString(content));
        return match.Success ? Convert.FromBase64String(match.Groups["body"].Value) : content;
    }
}
