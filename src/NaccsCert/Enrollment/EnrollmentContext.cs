using System;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Diagnostics;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Keys;
using NaccsCert.Resources;
using NaccsCert.Services;
using NaccsCert.Transport;
using NaccsCert.Transport.Est;
using NaccsCert.Validation;

namespace NaccsCert.Enrollment;

/// <summary>What the states of one enrollment share.</summary>
internal sealed class EnrollmentContext : IDisposable
{
    /// <summary>A logon script waits this long for another one, and no longer.</summary>
    public static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(30);

    private readonly string _mark = Correlation.NewId();
    private JournalEntry? _entry;
    private IDisposable? _lock;

    /// <summary>Opens the way to the service.</summary>
    public EnrollmentContext(
        EnrollmentEnvironment environment,
        ServiceDefinition definition,
        EnrollmentOptions options,
        AuthenticationCodes? codes,
        X509Certificate2? current,
        string? enrollmentId)
    {
        Environment = environment;
        Definition = definition;
        Options = options;
        Codes = codes;
        Current = current;
        EnrollmentId = enrollmentId;
        HttpClient = new PinnedHttpClient(definition, current, environment.Clock, environment.Network);
        Client = new EstClient(definition, HttpClient, environment.Clock);
    }

    /// <summary>The outside.</summary>
    public EnrollmentEnvironment Environment { get; }

    /// <summary>The service.</summary>
    public ServiceDefinition Definition { get; }

    /// <summary>The user's choices.</summary>
    public EnrollmentOptions Options { get; }

    /// <summary>The codes; null for a renewal.</summary>
    public AuthenticationCodes? Codes { get; }

    /// <summary>The certificate that is renewed, with its key; null for a first enrollment.</summary>
    public X509Certificate2? Current { get; }

    /// <summary>The unfinished enrollment to go on with; null to look for one of the same codes or certificate.</summary>
    public string? EnrollmentId { get; }

    /// <summary>The way to the service.</summary>
    public PinnedHttpClient HttpClient { get; }

    /// <summary>The protocol on that way.</summary>
    public EstClient Client { get; }

    /// <summary>What was done, for people.</summary>
    public EnrollmentMessages Story { get; } = new();

    /// <summary>The mark under which events tell of this enrollment, now and when it is gone on with.</summary>
    public string Mark => _entry is { } entry ? Correlation.IdOf(entry.Id) : _mark;

    /// <summary>What this session does.</summary>
    public EnrollmentOperation Operation =>
        _entry?.Operation ?? (Current is null ? EnrollmentOperation.Enroll : EnrollmentOperation.Reenroll);

    /// <summary>Whether there is a journal entry yet.</summary>
    public bool HasEntry => _entry is not null;

    /// <summary>The journal entry.</summary>
    public JournalEntry Entry => _entry ?? throw new InvalidOperationException("There is no journal entry yet.");

    /// <summary>The provider that holds the key of the entry.</summary>
    public IKeyProvider Keys => Environment.Keys(Entry.KeyProvider);

    /// <summary>Takes the lock of the service; it is held until the session ends.</summary>
    /// <returns>Whether it was to be had.</returns>
    public async Task<bool> LockAsync(CancellationToken cancellationToken) =>
        (_lock ??= await Environment.Journal.LockAsync(Definition.Name, LockTimeout, cancellationToken).ConfigureAwait(false)) is not null;

    /// <summary>Takes up an entry of the journal.</summary>
    public void TakeUp(JournalEntry entry) => _entry = entry;

    /// <summary>Whether an entry of the journal is the one that this session is about.</summary>
    public bool IsMine(JournalEntry entry) =>
        entry.Service == Definition.Name
        && (EnrollmentId is not null ? entry.Id == EnrollmentId
            : Codes is not null ? entry.CodeFingerprint == Codes.Mark(entry.Id)
            : Current is not null && entry.PreviousThumbprint == Current.Thumbprint);

    /// <summary>Runs an exchange, and again where its fault may pass.</summary>
    public Task<T> RetryAsync<T>(Func<CancellationToken, Task<T>> exchange, CancellationToken cancellationToken) =>
        Retry.RunAsync(token => TellAsync(exchange, token), Options.Retry, Environment.Clock, cancellationToken);

    /// <summary>Writes the journal; when this returns, a crash loses nothing of the entry.</summary>
    public void Record(JournalEntry entry)
    {
        Environment.Journal.Write(entry);
        _entry = entry;
    }

    /// <summary>Gives up an enrollment for which nothing was issued: its key and its entry.</summary>
    public void Discard()
    {
        NaccsCertEventSource.Log.KeyDeleting(Entry.KeyName);
        Keys.Delete(Entry.KeyName);
        NaccsCertEventSource.Log.KeyDeleted(Entry.KeyName);
        Environment.Journal.Remove(Entry.Id);
        Story.Tell(StringId.EventDiscarded);
        _entry = null;
    }

    /// <summary>The key of the entry.</summary>
    /// <exception cref="NaccsException"><see cref="ErrorId.CertificateInstallFailed"/> when it is gone.</exception>
    public KeyHandle OpenKey() =>
        Keys.Open(Entry.KeyName, Entry.KeyAlgorithm)
        ?? throw new NaccsException(ErrorId.CertificateInstallFailed, Entry.Id, Entry.KeyName) { EnrollmentId = Entry.Id };

    /// <summary>Reads the answer of the entry and holds it against the request.</summary>
    public IssuedCertificate VerifyResponse() => IssuedCertificate.Verify(
        Entry.Response ?? [], Entry.CertificationRequest, Entry.CACertificates, Definition, Environment.Clock.UtcNow);

    /// <summary>The issued certificate as the store holds it; null when the store does not have it.</summary>
    public X509Certificate2? FindInstalled()
    {
        byte[] issued = VerifyResponse().Certificate;
        return Environment.Stores(Entry.StoreName).Read()
            .FirstOrDefault(certificate => certificate.RawData.SequenceEqual(issued));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        HttpClient.Dispose();
        _lock?.Dispose();
    }

    private async Task<T> TellAsync<T>(Func<CancellationToken, Task<T>> exchange, CancellationToken cancellationToken)
    {
        try
        {
            return await exchange(cancellationToken).ConfigureAwait(false);
        }
        catch (NaccsException exception) when (RetryPolicy.MayPass(exception))
        {
            Story.Tell(StringId.EventAttemptFailed, exception.Message);
            throw;
        }
        finally
        {
            Story.SetWay(HttpClient.Connection.Proxy);
        }
    }
}
