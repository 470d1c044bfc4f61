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
using NaccsCert.Validation.SignIn;

namespace NaccsCert.Validation.Installed;

/// <summary>Tests installed certificates, and says why one does not work (manual 7).</summary>
/// <param name="definition">The service.</param>
/// <param name="authorities">The roots and intermediates of this computer; the caller disposes of them.</param>
/// <param name="reminder">The reminder of the user.</param>
/// <param name="clients">Makes HTTP clients, for those who ask the issuer.</param>
internal sealed class CertificateTester(
    ServiceDefinition definition,
    DisposableList<X509Certificate2> authorities,
    NaccsRenewalReminder reminder,
    HttpClientFactory clients)
{
    /// <summary>Tests a certificate.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="options">Whom to ask over the network.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>The result, with each check.</returns>
    public async Task<CertificateTestResult> TestAsync(
        StoredCertificate certificate, CertificateTestOptions options, CancellationToken cancellationToken)
    {
        NaccsCertificate record = certificate.Record;
        using var pinned = new DisposableList<X509Certificate2>(definition.ClientRoots.Select(Certificates.Load));
        X509Certificate2[] known = [.. authorities, .. pinned];
        Check revocation = options.CheckRevocation
            ? await CheckRevocationAsync(certificate.Handle, known, cancellationToken).ConfigureAwait(false)
            : new Check(RevocationChecker.CheckName, CheckStatus.Skipped, Strings.Format(StringId.RevocationNotAsked));
        Check[] checks =
        [
            Window(record),
            Key(certificate),
            Chain(certificate.Handle, known, clients.Clock.UtcNow),
            revocation,
            .. options.SignIn
                ? await SignInAsync(certificate, known, revocation, options, cancellationToken).ConfigureAwait(false)
                : [],
            AnchorsCheck.Evaluate(definition, known, record.NotAfter),
            ReminderCheck.Evaluate(reminder, record.Status),
            OriginCheck.Evaluate(certificate.Facts.Origin),
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

    private async Task<Check> CheckRevocationAsync(
        X509Certificate2 certificate, X509Certificate2[] known, CancellationToken cancellationToken)
    {
        using PinnedHttpClient httpClient = clients.Create(definition.ServerAnchors, definition.Network);
        return await new RevocationChecker(httpClient, clients.Clock)
            .CheckAsync(certificate, known, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<Check>> SignInAsync(
        StoredCertificate certificate,
        X509Certificate2[] known,
        Check revocation,
        CertificateTestOptions options,
        CancellationToken cancellationToken)
    {
        if (!certificate.Facts.KeySigns)
        {
            return [new Check(SignInTester.CheckName, CheckStatus.Skipped, Strings.Format(StringId.SignInWithoutKey))];
        }

        var subject = new SignInSubject(
            certificate.Handle,
            SignInSubject.IssuersOf(certificate.Handle, known),
            HasExpired: certificate.Handle.NotAfter.ToUniversalTime() < clients.Clock.UtcNow,
            IsRevoked: revocation.Status == CheckStatus.Failed);
        return await new SignInTester(definition, clients)
            .TestAsync(subject, options.Environment, cancellationToken).ConfigureAwait(false);
    }

    private static Check Window(NaccsCertificate record)
    {
        CheckStatus status = record.Status switch
        {
            CertificateStatus.Expired or CertificateStatus.NotYetValid => CheckStatus.Failed,
            CertificateStatus.RenewalDue or CertificateStatus.Superseded => CheckStatus.Warning,
            _ => CheckStatus.Passed,
        };
        string detail = record.Status is CertificateStatus.KeyMissing or CertificateStatus.KeyUnusable or CertificateStatus.Unverified
            ? Strings.Format(StringId.CertificateValid, LocalTime.Text(record.RenewalOpens))
            : record.Reason;
        return new Check("Window", status, detail);
    }

    private static Check Key(StoredCertificate certificate)
    {
        if (certificate.Facts.KeySigns)
        {
            return new Check("Key", CheckStatus.Passed, Strings.Format(
                StringId.KeySigns, certificate.Record.KeyAlgorithm, certificate.Record.KeyProvider));
        }

        return new Check("Key", CheckStatus.Failed, Strings.Format(certificate.Facts.Key == Keys.KeyState.Missing
            ? StringId.CertificateKeyMissing
            : StringId.CertificateKeyUnusable));
    }

    private static Check Chain(X509Certificate2 certificate, X509Certificate2[] known, DateTimeOffset now)
    {
        X509Certificate2[] roots = [.. known.Where(ChainValidator.SelfIssued)];
        ChainResult chain = ChainValidator.Validate(
            certificate, known, roots, ChainValidator.ClientAuthentication, ValidityMoment.Within(certificate, now));
        X509Certificate2? root = roots.FirstOrDefault(candidate => Fingerprint.Sha256(candidate.RawData) == chain.Root);
        return root is null
            ? new Check("Chain", CheckStatus.Failed, Strings.Format(StringId.ChainBroken, chain.Failure ?? string.Empty))
            : new Check("Chain", CheckStatus.Passed, Strings.Format(
                StringId.ChainTrusted, Certificates.SimpleName(root, forIssuer: false)));
    }
}
