using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Messages;
using NaccsCert.Resources;
using NaccsCert.Services;
using NaccsCert.Stores;
using NaccsCert.Time;
using NaccsCert.Transport;
using NaccsCert.Validation.Revocation;

namespace NaccsCert.Validation.Installed;

/// <summary>The verdict on an installed certificate, with its reasons (manual 7).</summary>
public static class CertificateTester
{
    /// <summary>Tests a certificate.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="definition">The service.</param>
    /// <param name="authorities">The stores in which roots and intermediates are looked for.</param>
    /// <param name="reminder">The reminder of the user.</param>
    /// <param name="checkRevocation">Whether to go online and ask whether it was revoked.</param>
    /// <param name="clock">The moment for which it is judged.</param>
    /// <param name="network">The user's choices about the way to the issuer.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>The verdict.</returns>
    public static async Task<CertificateTestResult> TestAsync(
        StoredCertificate certificate,
        ServiceDefinition definition,
        IEnumerable<ICertificateStore> authorities,
        NaccsRenewalReminder reminder,
        bool checkRevocation,
        IClock clock,
        NetworkOptions network,
        CancellationToken cancellationToken)
    {
        NaccsCertificate record = certificate.Record;
        X509Certificate2[] known = [.. authorities.SelectMany(store => store.Read()), .. PinnedRoots(definition)];
        Check[] checks =
        [
            Window(record),
            Key(record),
            Chain(certificate.Handle, known, clock.UtcNow),
            checkRevocation
                ? await CheckRevocationAsync(certificate.Handle, known, definition, clock, network, cancellationToken).ConfigureAwait(false)
                : new Check(RevocationChecker.CheckName, CheckStatus.Skipped, Strings.Format(StringId.RevocationNotAsked)),
            AnchorsCheck.Judge(definition, known, record.NotAfter),
            ReminderCheck.Judge(reminder, record.Status),
        ];
        return new CertificateTestResult
        {
            Status = CheckStatuses.Worst(checks),
            Reason = CheckStatuses.Reason(checks),
            Changed = false,
            Thumbprint = record.Thumbprint,
            Terminal = record.Terminal,
            CertificateStatus = record.Status,
            DaysLeft = record.DaysLeft,
            NextAttempt = record.Status == CertificateStatus.Valid ? record.RenewalOpens : null,
            Checks = checks,
        };
    }

    private static async Task<Check> CheckRevocationAsync(
        X509Certificate2 certificate,
        X509Certificate2[] known,
        ServiceDefinition definition,
        IClock clock,
        NetworkOptions network,
        CancellationToken cancellationToken)
    {
        using var httpClient = new PinnedHttpClient(definition, null, clock, network);
        return await new RevocationChecker(httpClient, clock)
            .CheckAsync(certificate, known, cancellationToken).ConfigureAwait(false);
    }

    private static Check Window(NaccsCertificate record)
    {
        CheckStatus verdict = record.Status switch
        {
            CertificateStatus.Expired or CertificateStatus.NotYetValid => CheckStatus.Failed,
            CertificateStatus.RenewalDue or CertificateStatus.Superseded => CheckStatus.Warning,
            _ => CheckStatus.Passed,
        };
        string detail = record.Status is CertificateStatus.KeyMissing or CertificateStatus.KeyUnusable
            ? Strings.Format(StringId.CertificateValid, LocalTime.Text(record.RenewalOpens))
            : record.Reason;
        return new Check("Window", verdict, detail);
    }

    private static Check Key(NaccsCertificate record) => record.KeyProvider.Length > 0
        ? new Check("Key", CheckStatus.Passed, Strings.Format(StringId.KeySigns, record.KeyAlgorithm, record.KeyProvider))
        : new Check("Key", CheckStatus.Failed, Strings.Format(
            record.Status == CertificateStatus.KeyMissing ? StringId.CertificateKeyMissing : StringId.CertificateKeyUnusable));

    private static Check Chain(X509Certificate2 certificate, X509Certificate2[] known, DateTimeOffset now)
    {
        X509Certificate2[] roots = [.. known.Where(ChainValidator.SelfIssued)];
        ChainResult verdict = ChainValidator.Validate(
            certificate, known, roots, ChainValidator.ClientAuthentication, Clamp(now, certificate));
        X509Certificate2? root = roots.FirstOrDefault(candidate => Fingerprint.Sha256(candidate.RawData) == verdict.Root);
        return root is null
            ? new Check("Chain", CheckStatus.Failed, Strings.Format(StringId.ChainBroken, verdict.Failure ?? string.Empty))
            : new Check("Chain", CheckStatus.Passed, Strings.Format(
                StringId.ChainTrusted, root.GetNameInfo(X509NameType.SimpleName, forIssuer: false)));
    }

    // Whether the certificate itself is in force is the other check's business. OpenSSL calls it expired in its last second.
    private static DateTimeOffset Clamp(DateTimeOffset now, X509Certificate2 certificate) =>
        now < certificate.NotBefore ? certificate.NotBefore
        : now >= certificate.NotAfter ? certificate.NotAfter.AddSeconds(-1)
        : now;

    private static IEnumerable<X509Certificate2> PinnedRoots(ServiceDefinition definition) =>
        definition.AnchorsFor(TrustAnchorPurpose.Client)
            .Select(anchor => anchor.Certificate)
            .OfType<byte[]>()
            .Select(Certificates.Load);
}
