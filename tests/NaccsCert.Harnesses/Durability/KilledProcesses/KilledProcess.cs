using System;
using System.Linq;
using System.Security;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment;
using NaccsCert.Renewal;
using NaccsCert.Services;
using NaccsCert.Sessions;
using NaccsCert.TestSupport;
using NaccsCert.Transport;
using NaccsCert.Validation.Installed;

namespace NaccsCert.Harnesses.Durability.KilledProcesses;

/// <summary>Does what the cmdlets do, with this process's home, stores, keys and journal.</summary>
internal static class KilledProcess
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan MaxRetryTime = TimeSpan.FromSeconds(30);

    /// <summary>As <c>Request-NaccsCertificate</c> or <c>Update-NaccsCertificate</c>.</summary>
    /// <exception cref="NaccsException">As of the cmdlet.</exception>
    public static Task<EnrollmentResult> RunAsync(Order order, CancellationToken cancellationToken)
    {
        var events = new ErrorSink();
        SessionServices services = CompositionRoot.Compose();
        var session = new NaccsSession(services, new SessionOptions
        {
            Source = new Lazy<ServiceDefinition>(() => services.Definitions.Load(order.Service)),
            Interaction = new NobodyThere(),
            Events = events,
        });
        var options = new EnrollmentOptions
        {
            KeyAlgorithm = order.KeyAlgorithm,
            Retry = new RetryPolicy(order.Retries, RetryInterval, MaxRetryTime),
        };
        return order.Codes is { } codes
            ? RequestAsync(session, events, codes, options, cancellationToken)
            : UpdateAsync(session, events, order.Thumbprint!, options, cancellationToken);
    }

    private static async Task<EnrollmentResult> RequestAsync(
        NaccsSession session, ErrorSink events, string[] texts, EnrollmentOptions options, CancellationToken cancellationToken)
    {
        SecureString[] secure = [.. texts.Select(SecureText.Of)];
        using var codes = new AuthenticationCodes(secure[0], secure[1], secure[2]);
        Array.ForEach(secure, code => code.Dispose());
        await session.FinishInterruptedAsync(codes, options, cancellationToken);
        events.ThrowIfAny();
        return await session.EnrollAsync(codes, options, cancellationToken);
    }

    private static async Task<EnrollmentResult> UpdateAsync(
        NaccsSession session, ErrorSink events, string thumbprint, EnrollmentOptions options, CancellationToken cancellationToken)
    {
        await session.CleanUpAsync(cancellationToken);
        await session.FinishInterruptedAsync(null, options, cancellationToken);
        events.ThrowIfAny();
        await PutAwayReplacedAsync(session, options.StoreName, cancellationToken);
        using InstalledCertificates installed = session.List(options.StoreName);
        StoredCertificate current = installed.Certificates.FirstOrDefault(certificate => certificate.Record.Thumbprint == thumbprint)
            ?? throw new NaccsException(ErrorId.CertificateNotFound, thumbprint);
        return RenewalPolicy.Evaluate(current.Record, force: false)
            ?? await session.RenewAsync(current, options, cancellationToken);
    }

    // What cannot be put away must not keep a certificate from being renewed.
    private static async Task PutAwayReplacedAsync(NaccsSession session, string storeName, CancellationToken cancellationToken)
    {
        try
        {
            await session.Cleanup().RunAsync(storeName, removeDays: null, cancellationToken);
        }
        catch (NaccsException)
        {
            // The cmdlet shows it and goes on.
        }
    }
}
