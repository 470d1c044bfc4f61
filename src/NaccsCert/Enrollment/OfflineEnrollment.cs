using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Messages;
using NaccsCert.Messages.Files;
using NaccsCert.Resources;
using NaccsCert.Services;
using NaccsCert.Sessions;
using NaccsCert.Stores;
using NaccsCert.Validation;

namespace NaccsCert.Enrollment;

/// <summary>The way without the wire: a request goes out as a file, and the certificate comes back as one.</summary>
internal static class OfflineEnrollment
{
    /// <summary>Makes a key and a signed request; both are in the journal when this returns.</summary>
    /// <param name="services">What the enrollment works with.</param>
    /// <param name="definition">The service.</param>
    /// <param name="options">The user's choices.</param>
    /// <param name="cancellationToken">Ends the wait for another process.</param>
    /// <returns>The request as PEM (RFC 7468, section 7), and the result that names the enrollment.</returns>
    /// <exception cref="NaccsException">Key or journal could not be written.</exception>
    public static async Task<(string Pem, EnrollmentResult Result)> RequestAsync(
        EnrollmentServices services,
        ServiceDefinition definition,
        EnrollmentOptions options,
        CancellationToken cancellationToken)
    {
        services.RequireAccount();
        using IDisposable? taken = await services.Journal
            .LockAsync(definition.Name, EnrollmentContext.LockTimeout, cancellationToken).ConfigureAwait(false);
        if (taken is null)
        {
            return (string.Empty, Result(EnrollmentStatus.Busy, StringId.Busy, definition, null));
        }

        JournalEntry entry = EnrollmentPreparation.Create(
            services,
            definition,
            new EnrollmentTask { Options = options },
            CsrAttributes.None,
            TrustedRoots(services, definition),
            keyDecrypts: false);
        return (
            Pem.Encode("CERTIFICATE REQUEST", entry.CertificationRequest),
            Result(EnrollmentStatus.Pending, StringId.RequestWritten, definition, entry.Id));
    }

    /// <summary>Finds the requests of this user that a file answers.</summary>
    /// <param name="services">What the enrollment works with.</param>
    /// <param name="definition">The service.</param>
    /// <param name="file">The file.</param>
    /// <exception cref="NaccsException">It answers none; see <see cref="IssuedFile.Match"/>.</exception>
    public static IssuedFile Match(EnrollmentServices services, ServiceDefinition definition, CertificateFile file) =>
        IssuedFile.Match(file, Entries(services, definition), definition);

    /// <summary>Takes in the certificate that was issued for an unfinished enrollment, verified, into the journal.</summary>
    /// <param name="services">What the enrollment works with.</param>
    /// <param name="definition">The service.</param>
    /// <param name="file">The file that has the certificate.</param>
    /// <param name="enrollmentId">The enrollment, which <see cref="EnrollmentSession.Resume"/> then resumes without codes.</param>
    /// <param name="cancellationToken">Ends the wait for another process.</param>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.ImportWithoutRequest"/>, <see cref="ErrorId.EnrollmentInUse"/>, or what differs from the request.
    /// </exception>
    public static async Task AcceptAsync(
        EnrollmentServices services,
        ServiceDefinition definition,
        IssuedFile file,
        string enrollmentId,
        CancellationToken cancellationToken)
    {
        using IDisposable? taken = await services.Journal
            .LockAsync(definition.Name, EnrollmentContext.LockTimeout, cancellationToken).ConfigureAwait(false);
        if (taken is null)
        {
            throw new NaccsException(ErrorId.EnrollmentInUse, enrollmentId);
        }

        // Read only now: who held the lock may have gone on with it, or finished it.
        JournalEntry entry = Entries(services, definition).FirstOrDefault(candidate => candidate.Id == enrollmentId)
            ?? throw new NaccsException(ErrorId.ImportWithoutRequest, file.Path);
        Accept(services, definition, file, entry);
    }

    private static IEnumerable<JournalEntry> Entries(EnrollmentServices services, ServiceDefinition definition) =>
        services.Journal.Read().Where(entry => entry.Service == definition.Name);

    private static void Accept(
        EnrollmentServices services, ServiceDefinition definition, IssuedFile file, JournalEntry entry)
    {
        byte[] certificate = IssuedFile.CertificateOf(entry, file.Certificates)
            ?? throw new NaccsException(ErrorId.ImportWithoutRequest, file.Path);
        JournalEntry issued = entry with
        {
            State = EnrollmentStage.Issued,
            CodeUse = CodeUses.WithCertificate(entry.CodeUse),
            Response = CertsOnlyMessage.Build([certificate, .. AuthorityChain.Above(certificate, file.Certificates)]),
            CACertificates = entry.CACertificates.Count > 0 ? entry.CACertificates : TrustedRoots(services, definition),
            NextAttempt = null,
            LastError = null,
        };
        IssuedCertificate.Verify(
            issued.Response,
            issued.CertificationRequest,
            issued.CACertificates,
            definition,
            services.Clock.UtcNow,
            CertificateSource.ForFile(file.Path));

        // What is in the store already goes on from there.
        if (entry.State < EnrollmentStage.Installed)
        {
            services.Journal.Write(issued);
        }
    }

    // No TLS vouches for a file: only pinned roots count, or those that the user trusts already.
    private static byte[][] TrustedRoots(EnrollmentServices services, ServiceDefinition definition)
    {
        byte[][] pinned = [.. definition.ClientRoots];
        if (pinned.Length > 0)
        {
            return pinned;
        }

        using DisposableList<X509Certificate2> roots = services.Stores("Root").Read();
        return [.. roots.Where(ChainValidator.SelfIssued).Select(root => root.RawData)];
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
