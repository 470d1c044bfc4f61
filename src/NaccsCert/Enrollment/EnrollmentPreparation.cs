using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Compat;
using NaccsCert.Diagnostics;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Keys;
using NaccsCert.Messages;
using NaccsCert.Services;
using NaccsCert.Transport;

namespace NaccsCert.Enrollment;

/// <summary>Makes the key of a new enrollment, and its journal entry with the signed request.</summary>
internal static class EnrollmentPreparation
{
    /// <summary>The subject of a first request where the service wants none in particular.</summary>
    private static readonly X500DistinguishedName FirstSubject = new("CN=" + CertificationRequest.FirstCommonName);

    /// <summary>Requires that a protocol can carry a request for the key that is asked for, and for that of the current certificate.</summary>
    /// <param name="protocol">The protocol of the service.</param>
    /// <param name="definition">The service.</param>
    /// <param name="asked">The kind of key that the user asks for; null for none in particular.</param>
    /// <param name="current">The certificate that is renewed; null for a first enrollment.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.KeyUnsuitable"/>.</exception>
    public static void RequireKey(
        IEnrollmentProtocol protocol, ServiceDefinition definition, KeyAlgorithm? asked, X509Certificate2? current)
    {
        string host = HostNames.Of(definition.Enrollment.Url);
        if (asked is { } algorithm && !protocol.KeyAlgorithms.Contains(algorithm))
        {
            throw new NaccsException(ErrorId.KeyUnsuitable, host, algorithm);
        }

        // Of a key of no known kind, the service knows more.
        if (current is not null && KeyDescription.KindOf(current) is { } kind && !protocol.KeyAlgorithms.Contains(kind))
        {
            throw new NaccsException(ErrorId.KeyUnsuitable, host, kind);
        }
    }

    /// <summary>Makes key and entry. Both are on disk when this returns. To be called under the lock of the service.</summary>
    /// <param name="services">What the enrollment works with.</param>
    /// <param name="definition">The service.</param>
    /// <param name="task">What is to be enrolled.</param>
    /// <param name="csrAttributes">What the service wants in a request.</param>
    /// <param name="authorities">The DER CA certificates by which the answer will be verified.</param>
    /// <param name="keyDecrypts">Whether the key must decrypt as well as sign.</param>
    /// <returns>The entry.</returns>
    public static JournalEntry Create(
        EnrollmentServices services,
        ServiceDefinition definition,
        EnrollmentTask task,
        CsrAttributes csrAttributes,
        IReadOnlyList<byte[]> authorities,
        bool keyDecrypts)
    {
        (EnrollmentOptions options, X509Certificate2? current) = (task.Options, task.Current);

        // A store that takes no certificate is better known now than when the codes are spent.
        services.Stores(options.StoreName).ProveWritable();
        DateTimeOffset now = services.Clock.UtcNow;
        KeyAlgorithm algorithm = Choose(options, csrAttributes, current);
        IKeyProvider provider = services.Keys(options.KeyStorageProvider);
        Reservation reservation = services.Journal.Reserve(definition.Name, provider.Name, now);
        NaccsCertEventSource.Log.KeyCreating(reservation.KeyName);
        using KeyHandle key = provider.Create(reservation.KeyName, algorithm, options.Exportable, keyDecrypts);
        NaccsCertEventSource.Log.KeyCreated(reservation.KeyName);
        var entry = new JournalEntry
        {
            Id = reservation.Id,
            Service = definition.Name,
            DefinitionPath = definition.GivenPath,
            Operation = task.Operation,
            State = EnrollmentStage.KeyCreated,
            Created = now,
            KeyProvider = provider.Name,
            KeyName = reservation.KeyName,
            KeyAlgorithm = algorithm,
            CertificationRequest = BuildRequest(key, current, csrAttributes),
            StoreName = options.StoreName,
            FriendlyName = FriendlyName(options, current),
            CodeFingerprint = task.Codes?.Fingerprint(reservation.Id),
            CodeUse = task.Codes is null ? null : CodeUse.NotUsed,
            PreviousThumbprint = current?.Thumbprint,
            PreviousSha256 = current is null ? null : Fingerprint.Sha256(current.RawData),
            KeepsPrevious = options.KeepsPrevious,
            CACertificates = authorities,
        };
        services.Journal.Write(entry);
        return entry;
    }

    // What the service wants is a hint (RFC 7030, section 4.5.2): it decides where the user does not. Where it leaves a choice,
    // a renewal stays with the kind of its certificate.
    private static KeyAlgorithm Choose(EnrollmentOptions options, CsrAttributes csrAttributes, X509Certificate2? current)
    {
        KeyAlgorithm? kept = current is null ? null : KeyDescription.KindOf(current);
        IReadOnlyList<KeyAlgorithm> wanted = csrAttributes.KeyAlgorithms;
        if (options.KeyAlgorithm is null && kept is not null && wanted.Contains(kept.Value))
        {
            return kept.Value;
        }

        return options.KeyAlgorithm ?? (wanted.Count > 0 ? wanted[0] : kept ?? KeyAlgorithm.Rsa2048);
    }

    private static string FriendlyName(EnrollmentOptions options, X509Certificate2? current) =>
        options.FriendlyName.Length > 0 || current is null ? options.FriendlyName : FriendlyNames.Get(current);

    private static byte[] BuildRequest(KeyHandle key, X509Certificate2? current, CsrAttributes csrAttributes)
    {
        var requestKey = new RequestKey(key.ExportSubjectPublicKeyInfo(), key.Algorithm, key.Sign);
        if (current is null)
        {
            return CertificationRequest.Build(
                requestKey, csrAttributes.Subject ?? FirstSubject.RawData, csrAttributes.Extensions);
        }

        // A re-enrollment repeats subject and subject alternative name (RFC 7030, section 4.2.2).
        byte[]? alternativeName = CertificateExtension.From(current, ExtensionIds.SubjectAlternativeName);
        IEnumerable<byte[]> others = csrAttributes.Extensions
            .Where(extension => CertificateExtension.IdentifierOf(extension) != ExtensionIds.SubjectAlternativeName);
        return CertificationRequest.Build(
            requestKey, current.SubjectName.RawData, alternativeName is null ? [.. others] : [alternativeName, .. others]);
    }
}
