using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Messages;
using NaccsCert.Messages.Est;
using NaccsCert.Resources;
using NaccsCert.Services;
using NaccsCert.Validation;

namespace NaccsCert.Enrollment;

/// <summary>The way without the wire: a request goes out as a file, and the certificate comes back as one.</summary>
public static class OfflineEnrollment
{
    /// <summary>Makes a key and a signed request; both are in the journal when this returns.</summary>
    /// <param name="environment">The outside.</param>
    /// <param name="definition">The service.</param>
    /// <param name="options">The user's choices.</param>
    /// <param name="cancellationToken">Ends the wait for another process.</param>
    /// <returns>The request as PEM (RFC 7468, section 7), and the result that names the enrollment.</returns>
    /// <exception cref="NaccsException">Key or journal could not be written.</exception>
    public static async Task<(string Pem, EnrollmentResult Result)> RequestAsync(
        EnrollmentEnvironment environment,
        ServiceDefinition definition,
        EnrollmentOptions options,
        CancellationToken cancellationToken)
    {
        environment.RequireAccount();
        using IDisposable? taken = await environment.Journal
            .LockAsync(definition.Name, EnrollmentContext.LockTimeout, cancellationToken).ConfigureAwait(false);
        if (taken is null)
        {
            return (string.Empty, Result(EnrollmentStatus.Busy, StringId.Busy, definition, null));
        }

        JournalEntry entry = EnrollmentPreparation.Create(
            environment, definition, options, null, null, CsrAttributes.None, TrustedRoots(environment, definition));
        return (
            Pem.Encode("CERTIFICATE REQUEST", entry.CertificationRequest),
            Result(EnrollmentStatus.Pending, StringId.RequestWritten, definition, entry.Id));
    }

    /// <summary>Takes in the certificate that was issued for an unfinished enrollment, verified, into the journal.</summary>
    /// <param name="environment">The outside.</param>
    /// <param name="definition">The service.</param>
    /// <param name="content">The issued certificate: DER, PEM, or a certs-only CMS message.</param>
    /// <param name="path">Where it came from, for errors.</param>
    /// <param name="cancellationToken">Ends the wait for another process.</param>
    /// <returns>The enrollment's name, under which <see cref="EnrollmentSession.Resume"/> goes on without codes.</returns>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.CertificateFileUnreadable"/>, <see cref="ErrorId.ImportWithoutRequest"/>,
    /// <see cref="ErrorId.EnrollmentInUse"/>, or what differs from the request.
    /// </exception>
    public static async Task<string> AcceptAsync(
        EnrollmentEnvironment environment,
        ServiceDefinition definition,
        byte[] content,
        string path,
        CancellationToken cancellationToken)
    {
        IReadOnlyList<byte[]> certificates = CertificateBundle.Parse(content, path);
        string id = FindRequest(environment, definition, certificates, path).Id;
        using IDisposable? taken = await environment.Journal
            .LockAsync(definition.Name, EnrollmentContext.LockTimeout, cancellationToken).ConfigureAwait(false);
        if (taken is null)
        {
            throw new NaccsException(ErrorId.EnrollmentInUse, id);
        }

        // Read again: who held the lock may have gone on with it, or finished it.
        Accept(environment, definition, certificates, FindRequest(environment, definition, certificates, path));
        return id;
    }

    private static JournalEntry FindRequest(
        EnrollmentEnvironment environment, ServiceDefinition definition, IReadOnlyList<byte[]> certificates, string path) =>
        environment.Journal.Read().FirstOrDefault(candidate =>
            candidate.Service == definition.Name
            && certificates.Any(der => IssuedCertificate.CarriesKeyOf(der, candidate.CertificationRequest)))
        ?? throw new NaccsException(ErrorId.ImportWithoutRequest, path);

    private static void Accept(
        EnrollmentEnvironment environment, ServiceDefinition definition, IReadOnlyList<byte[]> certificates, JournalEntry entry)
    {
        JournalEntry issued = entry with
        {
            State = JournalState.Issued,
            Response = CertsOnlyMessage.Build(certificates),
            CACertificates = entry.CACertificates.Count > 0 ? entry.CACertificates : TrustedRoots(environment, definition),
            NextAttempt = null,
            LastError = null,
        };
        IssuedCertificate.Verify(
            issued.Response, issued.CertificationRequest, issued.CACertificates, definition, environment.Clock.UtcNow);

        // What is in the store already goes on from there.
        if (entry.State < JournalState.Installed)
        {
            environment.Journal.Write(issued);
        }
    }

    // No TLS vouches for a file: only pinned roots count, or those that the user trusts already.
    private static byte[][] TrustedRoots(EnrollmentEnvironment environment, ServiceDefinition definition)
    {
        byte[][] pinned =
        [
            .. definition.AnchorsFor(TrustAnchorPurpose.Client)
                .Select(anchor => anchor.Certificate)
                .OfType<byte[]>(),
        ];
        return pinned.Length > 0
            ? pinned
            : [.. environment.Stores("Root").Read().Where(ChainValidator.SelfIssued).Select(root => root.RawData)];
    }

    private static EnrollmentResult Result(
        EnrollmentStatus status, StringId reason, ServiceDefinition definition, string? enrollmentId) => new()
        {
            Status = status,
            Operation = EnrollmentOperation.Enroll,
            Service = definition.Name,
            Reason = Strings.Format(reason, definition.Name),
            Changed = enrollmentId is not null,
            EnrollmentId = enrollmentId,
        };
}
