using System;
using System.Collections.Generic;
using System.Linq;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Accounts;
using NaccsCert.Enrollment;
using NaccsCert.Enrollment.Events;
using NaccsCert.Guidance;
using NaccsCert.Messages.Files;
using NaccsCert.Renewal;
using NaccsCert.Stores;
using NaccsCert.Transport;
using NaccsCert.Validation.Connectivity;
using NaccsCert.Validation.Installed;
using NaccsCert.Validation.Roots;

namespace NaccsCert.Sessions;

/// <summary>What one command does with one service. It asks stores, journal and network through what was handed in, and nothing else.</summary>
internal sealed class NaccsSession
{
    private readonly SessionServices _services;
    private readonly SessionOptions _options;
    private readonly ProxySignIn _proxySignIn;
    private readonly EnrollmentRunner _runner;

    /// <summary>Starts a session; nothing is read or asked yet.</summary>
    /// <param name="services">What the command works with.</param>
    /// <param name="options">What the command chooses.</param>
    public NaccsSession(SessionServices services, SessionOptions options)
    {
        (_services, _options) = (services, options);
        _proxySignIn = new ProxySignIn(options.Network, options.Interaction, services.ProxyMemory);
        _runner = new EnrollmentRunner(services, options, _proxySignIn);
    }

    private string Service => _options.Definition.Name;

    private HttpClientFactory Clients => new(_services.Clock, _proxySignIn.Network, _services.HttpHandlers);

    /// <summary>Lets only accounts begin something new in which a certificate is of use (manual 1.1).</summary>
    /// <exception cref="NaccsException">It is another account; see <see cref="AccountGuard.Require"/>.</exception>
    public void RequireAccount()
    {
        if (!_options.AnyAccount)
        {
            AccountGuard.Require(_services.Account.Value);
        }
    }

    /// <summary>Asks the service what can be asked without changing anything.</summary>
    /// <param name="keyAlgorithm">The kind of key that the user asks for; null for none in particular.</param>
    /// <param name="current">The certificate that would be renewed; null for a first enrollment.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public Task<ServiceOffer> AskAsync(KeyAlgorithm? keyAlgorithm, StoredCertificate? current, CancellationToken cancellationToken) =>
        _proxySignIn.RunAsync(
            () => ServiceOffer.AskAsync(
                _options.Definition, Clients, keyAlgorithm, current?.Handle, _options.Events, cancellationToken),
            cancellationToken);

    /// <summary>Enrolls a certificate with codes (manual 5.1), or resumes an unfinished enrollment of the same codes.</summary>
    public Task<EnrollmentResult> EnrollAsync(
        AuthenticationCodes codes, EnrollmentOptions options, CancellationToken cancellationToken) =>
        _runner.RunAsync(
            services => EnrollmentSession.Enroll(services, _options.Definition, codes, options), cancellationToken);

    /// <summary>Renews a certificate (manual 6.1), or resumes its unfinished renewal.</summary>
    public Task<EnrollmentResult> RenewAsync(
        StoredCertificate certificate, EnrollmentOptions options, CancellationToken cancellationToken) =>
        _runner.RunAsync(
            services => EnrollmentSession.Reenroll(services, _options.Definition, certificate.Handle, options), cancellationToken);

    /// <summary>Resumes an unfinished enrollment.</summary>
    /// <param name="enrollmentId">Its id.</param>
    /// <param name="codes">The three codes, needed only until the certificate is issued; null for none.</param>
    /// <param name="options">The user's choices.</param>
    /// <param name="cancellationToken">Ends the run; the next one resumes it.</param>
    public Task<EnrollmentResult> ResumeAsync(
        string enrollmentId, AuthenticationCodes? codes, EnrollmentOptions options, CancellationToken cancellationToken) =>
        _runner.RunAsync(
            services => EnrollmentSession.Resume(services, _options.Definition, enrollmentId, codes, options), cancellationToken);

    /// <summary>Whether an enrollment can be resumed only with the codes that it was started with.</summary>
    public bool NeedsCodes(string enrollmentId) => PendingEnrollments.NeedsCodes(_runner.EnrollmentServices, enrollmentId);

    /// <summary>Whether codes have been used, as far as the journal knows.</summary>
    /// <param name="codes">The codes.</param>
    /// <param name="enrollmentId">The enrollment that was resumed; null where they were to begin one.</param>
    public CodeUse? CodeUseOf(AuthenticationCodes codes, string? enrollmentId) => PendingEnrollments.CodeUseOf(
        _services.Journal,
        Service,
        new EnrollmentTask { Options = new EnrollmentOptions(), Codes = codes, EnrollmentId = enrollmentId });

    /// <summary>Whether enrollments or renewals were interrupted after the service had issued: nothing else leads to them.</summary>
    /// <param name="except">Codes whose own enrollment is resumed anyway; null for none.</param>
    public bool HasInterrupted(AuthenticationCodes? except) =>
        PendingEnrollments.Issued(_runner.EnrollmentServices, Service, except).Count > 0;

    /// <summary>Finishes what was interrupted after the service had issued, and reports each result or error as an event.</summary>
    /// <param name="except">Codes whose own enrollment is resumed anyway; null for none.</param>
    /// <param name="options">The user's choices.</param>
    /// <param name="cancellationToken">Ends the run; the next one resumes it.</param>
    public async Task FinishInterruptedAsync(
        AuthenticationCodes? except, EnrollmentOptions options, CancellationToken cancellationToken)
    {
        foreach (string id in PendingEnrollments.Issued(_runner.EnrollmentServices, Service, except))
        {
            try
            {
                _options.Events.Report(new ResultProduced(
                    await ResumeAsync(id, null, options, cancellationToken).ConfigureAwait(false)));
            }
            catch (NaccsException error)
            {
                // Another process may have been at it, and has finished it meanwhile.
                if (error.ErrorId != ErrorId.EnrollmentNotFound)
                {
                    _options.Events.Report(new ErrorReported(error));
                }
            }
        }
    }

    /// <summary>Removes keys and folders that a process left which died before its first or after its last journal entry.</summary>
    public Task<bool> CleanUpAsync(CancellationToken cancellationToken) =>
        PendingEnrollments.CleanUpAsync(_runner.EnrollmentServices, Service, cancellationToken);

    /// <summary>Discards an unfinished enrollment with its key; an installed certificate stays.</summary>
    public Task<bool> DiscardAsync(string enrollmentId, CancellationToken cancellationToken) =>
        PendingEnrollments.RemoveAsync(_runner.EnrollmentServices, enrollmentId, cancellationToken);

    /// <summary>Makes a key and a signed request for the offline way.</summary>
    public Task<(string Pem, EnrollmentResult Result)> CreateRequestAsync(
        EnrollmentOptions options, CancellationToken cancellationToken) =>
        OfflineEnrollment.RequestAsync(_runner.EnrollmentServices, _options.Definition, options, cancellationToken);

    /// <summary>Finds the requests of the offline way that a file answers.</summary>
    /// <param name="file">The file.</param>
    public IssuedFile MatchIssued(CertificateFile file) =>
        OfflineEnrollment.Match(_runner.EnrollmentServices, _options.Definition, file);

    /// <summary>Imports a certificate that was issued for a request of the offline way.</summary>
    /// <param name="file">The file that has it.</param>
    /// <param name="enrollmentId">The enrollment of the request.</param>
    /// <param name="options">The user's choices.</param>
    /// <param name="cancellationToken">Ends the import; the next one resumes it.</param>
    public async Task<EnrollmentResult> ImportIssuedAsync(
        IssuedFile file, string enrollmentId, EnrollmentOptions options, CancellationToken cancellationToken)
    {
        await OfflineEnrollment.AcceptAsync(
            _runner.EnrollmentServices, _options.Definition, file, enrollmentId, cancellationToken).ConfigureAwait(false);
        return await ResumeAsync(enrollmentId, null, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens a PKCS#12 file of the browser procedure, and finds what is to be imported of it.</summary>
    /// <param name="message">The file.</param>
    /// <param name="password">Its password.</param>
    /// <returns>What was found; the caller disposes of it.</returns>
    public Pkcs12Selection SelectPkcs12(Pkcs12Message message, SecureString password) =>
        Pkcs12Selection.From(message, password, _options.Definition, _services.Histories, _services.Clock.UtcNow);

    /// <summary>Imports one certificate of a PKCS#12 file with its key.</summary>
    /// <param name="selection">The file.</param>
    /// <param name="candidate">The certificate.</param>
    /// <param name="options">The user's choices.</param>
    /// <param name="cancellationToken">Ends the asking about a root.</param>
    public Task<EnrollmentResult> ImportPkcs12Async(
        Pkcs12Selection selection, Pkcs12Candidate candidate, EnrollmentOptions options, CancellationToken cancellationToken) =>
        new Pkcs12Import(_runner.EnrollmentServices, _options.Definition, options)
            .InstallAsync(selection, candidate, cancellationToken);

    /// <summary>Lists the certificates of the service in a store of the user.</summary>
    /// <returns>The certificates; the caller disposes of them.</returns>
    public InstalledCertificates List(string storeName) =>
        new CertificateInventory(_services.Stores, _services.Histories, _services.Clock).List(storeName, _options.Definition);

    /// <summary>Removes a certificate and destroys its key.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="installed">All certificates of the service in that store.</param>
    /// <param name="force">Whether even the only usable certificate of a terminal may go.</param>
    public void Remove(StoredCertificate certificate, InstalledCertificates installed, bool force) =>
        new CertificateRemover(_services.Stores, _services.Histories).Remove(certificate, installed, force);

    /// <summary>Brings an archived certificate back into use, and looks at it again.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <returns>What it is now; null where it has left the store meanwhile.</returns>
    public NaccsCertificate? Restore(StoredCertificate certificate)
    {
        string storeName = certificate.Record.StoreName;
        _services.Stores(storeName).SetArchived(certificate.Handle, isArchived: false);
        using InstalledCertificates installed = List(storeName);
        return installed.Certificates.FirstOrDefault(other => other.Facts.Sha256 == certificate.Facts.Sha256)?.Record;
    }

    /// <summary>Puts away what renewals have replaced.</summary>
    public ReplacedCertificateCleanup Cleanup() => new(_services, _options.Definition, _options.Events);

    /// <summary>Tests a certificate; goes online only where that is chosen.</summary>
    public async Task<CertificateTestResult> TestAsync(
        StoredCertificate certificate, CertificateTestOptions options, CancellationToken cancellationToken)
    {
        // On Windows the user's view of a store includes the computer's.
        using var authorities = new DisposableList<X509Certificate2>(
        [
            .. _services.Stores("Root").Read(), .. _services.Stores("CA").Read(), .. _services.MachineStores("Root").Read(),
        ]);
        NaccsRenewalReminder reminder = _services.NewReminderInspector().Show();
        return await _proxySignIn.RunAsync(
            () => new CertificateTester(_options.Definition, authorities, reminder, Clients)
                .TestAsync(certificate, options, cancellationToken),
            result => result.Checks,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tests every host of the service, or of one of its environments.</summary>
    public Task<IReadOnlyList<ConnectivityResult>> TestConnectivityAsync(
        ConnectivityOptions options, CancellationToken cancellationToken) => _proxySignIn.RunAsync(
            () => ConnectivityTester.TestAsync(
                _options.Definition,
                options with { Network = _proxySignIn.Network, HttpHandlers = _services.HttpHandlers },
                _services.Clock,
                cancellationToken),
            results => results.SelectMany(result => result.Checks),
            cancellationToken);

    /// <summary>Plans what is to be done about the certificates that somebody still works with.</summary>
    /// <param name="storeName">The store of the user to look in.</param>
    /// <param name="autoRenew">Whether renewal is silent where Group Policy says nothing about it.</param>
    /// <param name="errors">Takes the errors of certificates that cannot be read.</param>
    public IReadOnlyList<RenewalPlan> Plan(string storeName, bool autoRenew, Action<NaccsException> errors)
    {
        using InstalledCertificates installed = List(storeName);
        foreach (NaccsException error in installed.Errors)
        {
            errors(error);
        }

        return new RenewalPlanner(ReminderSettings.From(_services.Policy, autoRenew), _services.Clock.UtcNow, _services.Zone)
            .Plan(installed.Certificates.Select(certificate => certificate.Record));
    }

    /// <summary>What there is to be said about the reminder to somebody who has a new certificate.</summary>
    public ReminderOffer FindReminderOffer()
    {
        if (!_services.Scheduler.IsAvailable)
        {
            return ReminderOffer.Unavailable;
        }

        try
        {
            return _services.NewReminderInspector().Show().Status == ReminderStatus.NotRegistered
                ? ReminderOffer.Register
                : ReminderOffer.None;
        }
        catch (NaccsException)
        {
            // What cannot be read is no reason to speak of it after a success.
            return ReminderOffer.None;
        }
    }

    /// <summary>The roots of the service that this user or this computer trusts, by name.</summary>
    /// <exception cref="NaccsException"><see cref="ErrorId.StoreUnavailable"/>.</exception>
    public IReadOnlyList<string> FindTrustedRoots() => TrustedAnchors.Names(
        _options.Definition, [_services.Stores(RootInstaller.StoreName), _services.MachineStores(RootInstaller.StoreName)]);

    /// <summary>Installs roots into the trusted roots.</summary>
    public RootInstallation Roots() => new(_services, _options, Clients, _proxySignIn);

    /// <summary>Finds the operator's own tool.</summary>
    /// <returns>The tool, as it is installed now; null where it is not.</returns>
    public InstalledTool? FindOfficialTool() => _services.FindOfficialTool(_options.Definition);

    /// <summary>One run of the reminder.</summary>
    /// <param name="options">How to run.</param>
    /// <param name="cancellationToken">Ends the run; the next one resumes it.</param>
    /// <returns>Whether it ran; false while another run is at work.</returns>
    public Task<bool> RemindAsync(ReminderRunOptions options, CancellationToken cancellationToken) =>
        new ReminderRunner(_services, _options.Events, this).RunAsync(options, cancellationToken);

    /// <summary>Has the task of the reminder run once, after its registration.</summary>
    /// <param name="cancellationToken">Ends the waiting for it.</param>
    /// <returns>Why it failed, and what to do; null when it is not known to have.</returns>
    public Task<string?> RunReminderTaskAsync(CancellationToken cancellationToken) =>
        _services.NewReminderFirstRun().RunAsync(ReminderTask.NameFor(_services.Account.Value.UserId), cancellationToken);
}
