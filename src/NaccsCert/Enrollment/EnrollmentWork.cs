using System;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Http;
using NaccsCert.Keys;
using NaccsCert.Protocol;
using NaccsCert.Protocol.Est;
using NaccsCert.Services;

namespace NaccsCert.Enrollment;

/// <summary>What the states of one enrolment share.</summary>
internal sealed class EnrollmentWork : IDisposable
{
    private JournalEntry? _entry;

    /// <summary>Opens the way to the service.</summary>
    public EnrollmentWork(
        EnrollmentEnvironment environment,
        ServiceDefinition definition,
        EnrollmentOptions options,
        AuthenticationCodes? codes,
        X509Certificate2? current,
        JournalEntry? entry)
    {
        Environment = environment;
        Definition = definition;
        Options = options;
        Codes = codes;
        Current = current;
        _entry = entry;
        Door = new HttpDoor(definition, current, environment.Clock);
        Client = new EstClient(definition, Door, environment.Clock);
    }

    /// <summary>The outside.</summary>
    public EnrollmentEnvironment Environment { get; }

    /// <summary>The service.</summary>
    public ServiceDefinition Definition { get; }

    /// <summary>The user's choices.</summary>
    public EnrollmentOptions Options { get; }

    /// <summary>The codes; null for a renewal.</summary>
    public AuthenticationCodes? Codes { get; }

    /// <summary>The certificate that is renewed, with its key; null for a first enrolment.</summary>
    public X509Certificate2? Current { get; }

    /// <summary>The way to the service.</summary>
    public HttpDoor Door { get; }

    /// <summary>The protocol on that way.</summary>
    public EstClient Client { get; }

    /// <summary>Whether there is a journal entry yet.</summary>
    public bool HasEntry => _entry is not null;

    /// <summary>The journal entry.</summary>
    public JournalEntry Entry => _entry ?? throw new InvalidOperationException("There is no journal entry yet.");

    /// <summary>The provider that holds the key of the entry.</summary>
    public IKeyProvider Keys => Environment.Keys(Entry.KeyProvider);

    /// <summary>Writes the journal; when this returns, a crash loses nothing of the entry.</summary>
    public void Record(JournalEntry entry)
    {
        Environment.Journal.Write(entry);
        _entry = entry;
    }

    /// <summary>Gives up an enrolment for which nothing was issued: its key and its entry.</summary>
    public void Discard()
    {
        Keys.Delete(Entry.KeyName);
        Environment.Journal.Remove(Entry.Id);
    }

    /// <summary>The key of the entry.</summary>
    /// <exception cref="NaccsException"><see cref="ErrorId.CertificateInstallFailed"/> when it is gone.</exception>
    public KeyHandle OpenKey() =>
        Keys.Open(Entry.KeyName, Entry.KeyAlgorithm)
        ?? throw new NaccsException(ErrorId.CertificateInstallFailed, Entry.Id, Entry.KeyName) { EnrollmentId = Entry.Id };

    /// <summary>Reads the answer of the entry and holds it against the request.</summary>
    public IssuedCertificate VerifyAnswer() => IssuedCertificate.Verify(
        Entry.Answer ?? [], Entry.CertificationRequest, Entry.CACertificates, Definition, Environment.Clock.UtcNow);

    /// <summary>The issued certificate as the store holds it; null when the store does not have it.</summary>
    public X509Certificate2? FindInstalled()
    {
        byte[] issued = VerifyAnswer().Certificate;
        return Environment.Stores(Entry.StoreName).Read()
            .FirstOrDefault(certificate => certificate.RawData.SequenceEqual(issued));
    }

    /// <inheritdoc/>
    public void Dispose() => Door.Dispose();
}
