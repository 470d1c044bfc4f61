using System;
using System.Collections.Generic;
using NaccsCert.Transport;

namespace NaccsCert.Enrollment.Journal;

/// <summary>
/// One unfinished enrollment, as it is kept on disk. It holds no key, and no code or password that anybody but the service could read.
/// </summary>
internal sealed record JournalEntry
{
    /// <summary>Names the entry, its folder and its key.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the service definition.</summary>
    public required string Service { get; init; }

    /// <summary>
    /// The full path of the service definition, where it was asked for by its path: its name alone leads nowhere. Null where it
    /// was found by its name.
    /// </summary>
    public string? DefinitionPath { get; init; }

    /// <summary>A first enrollment or a renewal.</summary>
    public required EnrollmentOperation Operation { get; init; }

    /// <summary>How far it has come.</summary>
    public required EnrollmentStage State { get; init; }

    /// <summary>When it began (UTC).</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The provider that holds the key, under the name <see cref="KeyName"/>.</summary>
    public required string KeyProvider { get; init; }

    /// <summary>The name of the key.</summary>
    public required string KeyName { get; init; }

    /// <summary>The kind of key.</summary>
    public required KeyAlgorithm KeyAlgorithm { get; init; }

    /// <summary>
    /// The DER PKCS#10 request, which every attempt sends unchanged, but for a challengePassword: that is a secret, and is added
    /// only to what is sent.
    /// </summary>
    public required byte[] CertificationRequest { get; init; }

    /// <summary>
    /// What is sent, where that is not the request itself: every attempt sends it unchanged. Null before it is made, or where the
    /// request itself is sent.
    /// </summary>
    public EnrollmentMessage? Message { get; init; }

    /// <summary>Whether it can go on only with the codes that it was begun with: a first enrollment, until all of it is on disk.</summary>
    public bool NeedsCodes => this is { Operation: EnrollmentOperation.Enroll, State: < EnrollmentStage.Issued, Message: null };

    /// <summary>The store for the certificate.</summary>
    public required string StoreName { get; init; }

    /// <summary>The store of the certificate that is renewed, where the new one goes into another; null where both have the same.</summary>
    public string? PreviousStoreName { get; init; }

    /// <summary>The friendly name for the certificate; empty for none.</summary>
    public required string FriendlyName { get; init; }

    /// <summary>Which codes it was begun with (<see cref="AuthenticationCodes.Fingerprint"/>); null for a renewal.</summary>
    public string? CodeFingerprint { get; init; }

    /// <summary>Whether the codes have been used (<see cref="CodeUses"/>); null where it was begun without.</summary>
    public CodeUse? CodeUse { get; init; }

    /// <summary>The certificate that is renewed; null for a first enrollment.</summary>
    public string? PreviousThumbprint { get; init; }

    /// <summary>SHA-256 of the certificate that is renewed; null for a first enrollment.</summary>
    public string? PreviousSha256 { get; init; }

    /// <summary>Whether the certificate that is renewed stays in use; else it is archived once the new one has been tested.</summary>
    public bool KeepsPrevious { get; init; }

    /// <summary>How often the request was sent.</summary>
    public int Attempts { get; init; }

    /// <summary>The identity of the last error; null when there was none.</summary>
    public ErrorId? LastError { get; init; }

    /// <summary>When the service wants to be asked again (UTC); null when at any time.</summary>
    public DateTimeOffset? NextAttempt { get; init; }

    /// <summary>The service's CA certificates (DER), by which the answer is verified.</summary>
    public IReadOnlyList<byte[]> CACertificates { get; init; } = [];

    /// <summary>The service's raw answer; null until there is one.</summary>
    public byte[]? Response { get; init; }

    /// <summary>Whether its request went out as a file: it was begun without codes, and was never sent.</summary>
    public bool WaitsForFile =>
        this is { Operation: EnrollmentOperation.Enroll, State: EnrollmentStage.KeyCreated, CodeFingerprint: null };
}
