using System;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Diagnostics;
using NaccsCert.Enrollment.Events;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Keys;
using NaccsCert.Services;
using NaccsCert.Stores;
using NaccsCert.Transport;
using NaccsCert.Transport.Protocols;
using NaccsCert.Validation;

namespace NaccsCert.Enrollment;

/// <summary>What the states of one enrollment share.</summary>
internal sealed class EnrollmentContext : IDisposable
{
    /// <summary>A logon script waits this long for another one, and no longer.</summary>
    public static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(30);

    private readonly string _correlationId = Correlation.NewId();
    private JournalEntry? _entry;
    private IDisposable? _lock;
    private IssuedCertificate? _issued;

    /// <summary>Sets up the client for the service.</summary>
    public EnrollmentContext(EnrollmentServices services, ServiceDefinition definition, EnrollmentTask task)
    {
        Services = services;
        Definition = definition;
        Task = task;
        HttpClient = services.HttpClients.Create(
            definition.ServerAnchors, definition.Network, task.Current, new ExchangeReporter(this));
        Protocol = EnrollmentProtocols.Open(definition, HttpClient, services.Clock);
    }

    /// <summary>What the enrollment works with.</summary>
    public EnrollmentServices Services { get; }

    /// <summary>The service.</summary>
    public ServiceDefinition Definition { get; }

    /// <summary>What is to be enrolled.</summary>
    public EnrollmentTask Task { get; }

    /// <summary>The HTTP client.</summary>
    public PinnedHttpClient HttpClient { get; }

    /// <summary>The protocol of the service.</summary>
    public IEnrollmentProtocol Protocol { get; }

    /// <summary>The id under which events tell of this enrollment, now and when it is resumed.</summary>
    public string CorrelationId => _entry is { } entry ? Correlation.IdOf(entry.Id) : _correlationId;

    /// <summary>What this session does.</summary>
    public EnrollmentOperation Operation =>
        _entry?.Operation ?? Task.Operation;

    /// <summary>Whether there is a journal entry yet.</summary>
    public bool HasEntry => _entry is not null;

    /// <summary>The journal entry.</summary>
    public JournalEntry Entry => _entry ?? throw new InvalidOperationException("There is no journal entry yet.");

    /// <summary>Whether the codes of this enrollment have been used; null where it has none.</summary>
    public CodeUse? CodeUse => _entry is { } entry ? entry.CodeUse : PendingEnrollments.CodeUseOf(Services.Journal, Definition.Name, Task);

    /// <summary>The provider that holds the key of the entry.</summary>
    public IKeyProvider Keys => Services.Keys(Entry.KeyProvider);

    /// <summary>Takes the lock of the service; it is held until the session ends.</summary>
    /// <returns>Whether it could be taken in time.</returns>
    public async Task<bool> LockAsync(CancellationToken cancellationToken) =>
        (_lock ??= await Services.Journal.LockAsync(Definition.Name, LockTimeout, cancellationToken).ConfigureAwait(false)) is not null;

    /// <summary>Tells the sinks what has happened.</summary>
    public void Report(EnrollmentEvent happened) => Services.Events.Report(happened);

    /// <summary>Resumes an entry of the journal, or starts with a new one.</summary>
    public void Use(JournalEntry entry) => _entry = entry;

    /// <summary>Runs an exchange, and again where its error may pass.</summary>
    public Task<T> RetryAsync<T>(Func<CancellationToken, Task<T>> exchange, CancellationToken cancellationToken) =>
        Retry.RunAsync(
            token => ReportFailureAsync(exchange, token), Task.Options.Retry, Services.Clock, cancellationToken);

    /// <summary>Writes the journal; when this returns, a crash loses nothing of the entry.</summary>
    public void Record(JournalEntry entry)
    {
        Services.Journal.Write(entry);
        _entry = entry;
    }

    /// <summary>Discards an enrollment for which nothing was issued: its key and its entry.</summary>
    public void Discard()
    {
        Services.DeleteKey(Entry.KeyProvider, Entry.KeyName);
        Services.Journal.Remove(Entry.Id);
        Report(new EnrollmentDiscarded());
        _entry = null;
    }

    /// <summary>The key of the entry.</summary>
    /// <exception cref="NaccsException"><see cref="ErrorId.CertificateInstallFailed"/> when it is gone.</exception>
    public KeyHandle OpenKey() =>
        Keys.Open(Entry.KeyName, Entry.KeyAlgorithm)
        ?? throw new NaccsException(ErrorId.CertificateInstallFailed, Entry.Id, Entry.KeyName) { EnrollmentId = Entry.Id };

    /// <summary>
    /// The certificate of the entry's response. It is parsed and verified against the request once in a session, so again only
    /// when an enrollment is resumed.
    /// </summary>
    /// <exception cref="NaccsException">It is not what was asked for.</exception>
    public IssuedCertificate Issued => _issued ??= IssuedCertificate.Verify(
        Entry.Response ?? [], Entry.CertificationRequest, Entry.CACertificates, Definition, Services.Clock.UtcNow);

    /// <summary>The issued certificate as the store holds it; null when the store does not have it.</summary>
    /// <returns>The certificate; the caller disposes of it.</returns>
    public X509Certificate2? FindInstalled()
    {
        byte[] issued = Issued.Certificate;
        using DisposableList<X509Certificate2> stored = Services.Stores(Entry.StoreName).ReadAll();
        return stored.Take(certificate => certificate.RawData.SequenceEqual(issued));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        HttpClient.Dispose();
        _lock?.Dispose();
    }

    private async Task<T> ReportFailureAsync<T>(Func<CancellationToken, Task<T>> exchange, CancellationToken cancellationToken)
    {
        try
        {
            return await exchange(cancellationToken).ConfigureAwait(false);
        }
        catch (NaccsException exception) when (RetryPolicy.MayPass(exception))
        {
            Report(new AttemptFailed(exception.Message));
            throw;
        }
    }
}
