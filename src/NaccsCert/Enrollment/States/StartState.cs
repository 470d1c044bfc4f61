using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Keys;
using NaccsCert.Protocol;
using NaccsCert.Protocol.Est;
using NaccsCert.Shims;
using NaccsCert.Tracing;

namespace NaccsCert.Enrollment.States;

/// <summary>Nothing is on disk yet. Leads to a key on disk and a journal entry with its signed request.</summary>
internal sealed class StartState : EnrollmentState
{
    /// <summary>The subject of a first request; the service puts the terminal's name into the certificate.</summary>
    private static readonly X500DistinguishedName FirstSubject = new("CN=NaccsCert");

    public override EnrollmentStep? Step => EnrollmentStep.Prepare;

    public override async Task<EnrollmentState> AdvanceAsync(EnrollmentWork work, CancellationToken cancellationToken)
    {
        IReadOnlyList<byte[]> authorities =
            await work.RetryAsync(work.Client.GetCACertificatesAsync, cancellationToken).ConfigureAwait(false);
        CsrAttributes wishes =
            await work.RetryAsync(work.Client.GetCsrAttributesAsync, cancellationToken).ConfigureAwait(false);
        KeyAlgorithm algorithm = Choose(work, wishes);

        DateTimeOffset now = work.Environment.Clock.UtcNow;
        IKeyProvider provider = work.Environment.Keys(work.Options.KeyStorageProvider);
        Reservation reservation = work.Environment.Journal.Reserve(work.Definition.Name, provider.Name, now);
        NaccsCertEventSource.Log.KeyCreating(reservation.KeyName);
        using KeyHandle key = provider.Create(reservation.KeyName, algorithm, work.Options.Exportable);
        NaccsCertEventSource.Log.KeyCreated(reservation.KeyName);
        work.Record(new JournalEntry
        {
            Id = reservation.Id,
            Service = work.Definition.Name,
            Operation = work.Current is null ? EnrollmentOperation.Enroll : EnrollmentOperation.Reenroll,
            State = JournalState.KeyCreated,
            Created = now,
            KeyProvider = provider.Name,
            KeyName = reservation.KeyName,
            KeyAlgorithm = algorithm,
            CertificationRequest = BuildRequest(key, work.Current, wishes),
            StoreName = work.Options.StoreName,
            FriendlyName = FriendlyName(work),
            CodeMark = work.Codes?.Mark(reservation.Id),
            PreviousThumbprint = work.Current?.Thumbprint,
            CACertificates = authorities,
        });
        return new KeyCreatedState();
    }

    // What the service wishes is a hint (RFC 7030, section 4.5.2): it decides where the user does not.
    private static KeyAlgorithm Choose(EnrollmentWork work, CsrAttributes wishes) =>
        work.Options.KeyAlgorithm
        ?? wishes.KeyAlgorithm
        ?? (work.Current is { } current ? KeyDescription.KindOf(current) : null)
        ?? KeyAlgorithm.Rsa2048;

    private static string FriendlyName(EnrollmentWork work) =>
        work.Options.FriendlyName.Length > 0 || work.Current is null
            ? work.Options.FriendlyName
            : FriendlyNames.Get(work.Current);

    // A re-enrolment repeats subject and subject alternative name (RFC 7030, section 4.2.2).
    private static byte[] BuildRequest(KeyHandle key, X509Certificate2? current, CsrAttributes wishes)
    {
        byte[]? alternativeName = current is null
            ? null
            : CertificateExtension.From(current, CertificateExtension.SubjectAlternativeName);
        IEnumerable<byte[]> wished = wishes.Extensions
            .Where(extension => CertificateExtension.IdentifierOf(extension) != CertificateExtension.SubjectAlternativeName);
        return CertificationRequest.Build(
            key,
            (current?.SubjectName ?? FirstSubject).RawData,
            alternativeName is null ? [.. wished] : [alternativeName, .. wished]);
    }
}
