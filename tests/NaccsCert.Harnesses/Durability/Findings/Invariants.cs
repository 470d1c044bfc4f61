using System.Collections.Generic;
using System.Linq;
using NaccsCert.Harnesses.Durability.Homes;
using NaccsCert.Harnesses.Durability.KilledProcesses;
using NaccsCert.Harnesses.Durability.Service;
using NaccsCert.Validation.Installed;

namespace NaccsCert.Harnesses.Durability.Findings;

/// <summary>What must hold once a process has ended, checked from outside.</summary>
internal static class Invariants
{
    /// <summary>Looks at a home.</summary>
    /// <param name="name">The case.</param>
    /// <param name="home">The home.</param>
    /// <param name="service">The service.</param>
    /// <param name="subject">What was at stake.</param>
    /// <param name="last">The report of the last run.</param>
    /// <returns>What is wrong; nothing when all is well.</returns>
    public static IReadOnlyList<Finding> Check(
        string name, KilledProcessHome home, CertificateService service, Subject subject, Report last)
    {
        using InstalledCertificates stored = home.Certificates(service.Definition);
        NaccsCertificate[] all = [.. stored.Certificates.Select(certificate => certificate.Record)];
        return [.. Certificates(name, all, subject, last), .. Orphans(name, home)];
    }

    /// <summary>Whether the new certificate is there, whatever the process reported.</summary>
    public static bool HasNew(KilledProcessHome home, CertificateService service, Subject subject)
    {
        using InstalledCertificates stored = home.Certificates(service.Definition);
        return stored.Certificates.Any(certificate => IsNew(certificate.Record, subject) && Works(certificate.Record));
    }

    private static IEnumerable<Finding> Certificates(string name, NaccsCertificate[] all, Subject subject, Report last)
    {
        NaccsCertificate[] added = [.. all.Where(record => IsNew(record, subject))];
        if (added.Length == 0 && last.Error is ErrorId.CodesRefused or ErrorId.RequestForbidden)
        {
            yield return new Finding(Loss.Burnt, name, $"{last}: {last.Message}");
        }
        else if (added.Length != 1 || !Works(added[0]))
        {
            string seen = string.Join(", ", added.Select(record => $"{record.Status} {record.Thumbprint}"));
            yield return new Finding(Loss.Lost, name, $"new certificates: [{seen}]; the last run ended with {last}: {last.Message}");
        }

        if (subject.Previous is { } previous
            && !all.Any(record => record.Thumbprint == previous && record is { Status: CertificateStatus.Superseded, Archived: true }))
        {
            yield return new Finding(Loss.Lost, name, "the old certificate is gone, or is not superseded and archived");
        }

        if (last.UnexpectedException is { } unexpected)
        {
            yield return new Finding(Loss.Unclear, name, unexpected);
        }
    }

    private static IEnumerable<Finding> Orphans(string name, KilledProcessHome home) =>
        home.Orphans().Select(path => new Finding(Loss.Orphan, name, path));

    private static bool IsNew(NaccsCertificate record, Subject subject) =>
        record.Terminal == subject.Terminal && record.Thumbprint != subject.Previous;

    // The status is that of a signature which was made and verified just now.
    private static bool Works(NaccsCertificate record) =>
        record.Status is CertificateStatus.Valid or CertificateStatus.RenewalDue;
}
