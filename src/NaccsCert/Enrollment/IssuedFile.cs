using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Messages.Files;
using NaccsCert.Resources;
using NaccsCert.Services;
using NaccsCert.Validation;

namespace NaccsCert.Enrollment;

/// <summary>A file with certificates that were issued for requests of this user: for one or several, with or without those of the CA.</summary>
/// <param name="Path">Where it lies, for errors.</param>
/// <param name="Certificates">Its certificates, DER, in their order.</param>
/// <param name="EnrollmentIds">The unfinished enrollments that have a certificate in it, at least one.</param>
/// <param name="LeftOut">What else is in it, in the language of the session.</param>
internal sealed record IssuedFile(
    string Path, IReadOnlyList<byte[]> Certificates, IReadOnlyList<string> EnrollmentIds, IReadOnlyList<string> LeftOut)
{
    /// <summary>Finds the requests that a file answers.</summary>
    /// <param name="file">The file.</param>
    /// <param name="entries">The unfinished enrollments of the service.</param>
    /// <param name="definition">The service.</param>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.ImportWithoutRequest"/>, <see cref="ErrorId.ImportForeignCertificate"/> or
    /// <see cref="ErrorId.ImportKeyInText"/>.
    /// </exception>
    public static IssuedFile Match(CertificateFile file, IEnumerable<JournalEntry> entries, ServiceDefinition definition)
    {
        (JournalEntry Entry, byte[]? Certificate)[] matches =
        [
            .. entries.Select(entry => (entry, CertificateOf(entry, file.Certificates))).Where(match => match.Item2 is not null),
        ];
        byte[][] taken = [.. matches.Select(match => match.Certificate!)];
        return matches.Length > 0
            ? new IssuedFile(
                file.Path,
                file.Certificates,
                [.. matches.Select(match => match.Entry.Id)],
                [.. NamesOf(file, taken), .. Enrollment.LeftOut.Others(file)])
            : throw NoRequest(file, definition);
    }

    /// <summary>The certificate that was issued for a request; null when the file has none.</summary>
    public static byte[]? CertificateOf(JournalEntry entry, IReadOnlyList<byte[]> certificates) =>
        certificates.FirstOrDefault(der => IssuedCertificate.CarriesKeyOf(der, entry.CertificationRequest));

    private static NaccsException NoRequest(CertificateFile file, ServiceDefinition definition)
    {
        if (file.HasBareKey)
        {
            return new NaccsException(ErrorId.ImportKeyInText, file.Path);
        }

        return file.Certificates.Any(certificate => IsLeafOf(certificate, definition.Issuer))
            ? new NaccsException(ErrorId.ImportWithoutRequest, file.Path)
            : new NaccsException(ErrorId.ImportForeignCertificate, file.Path, definition.Issuer);
    }

    private static bool IsLeafOf(byte[] certificate, string issuer)
    {
        using X509Certificate2 loaded = Messages.Certificates.Load(certificate);
        return AuthorityChain.IsLeafOf(loaded, issuer);
    }

    private static IEnumerable<string> NamesOf(CertificateFile file, byte[][] taken)
    {
        byte[][] used = [.. taken, .. taken.SelectMany(certificate => AuthorityChain.Above(certificate, file.Certificates))];
        return file.Certificates.Except(used).Select(certificate => Enrollment.LeftOut.Certificate(
            AuthorityChain.IsAuthority(certificate) ? StringId.LeftOutUnused : StringId.LeftOutWithoutRequest, certificate));
    }
}
