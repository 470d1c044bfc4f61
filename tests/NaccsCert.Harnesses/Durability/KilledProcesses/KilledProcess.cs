using System;
using System.Collections.Generic;
using System.Linq;
using System.Security;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment;
using NaccsCert.Renewal;
using NaccsCert.Services;
using NaccsCert.Time;
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
        ServiceDefinition definition = ServiceDefinitionSource.Default.Load(order.Service);
        EnrollmentEnvironment environment = EnrollmentEnvironment.Current(canAskUser: false);
        var options = new EnrollmentOptions
        {
            KeyAlgorithm = order.KeyAlgorithm,
            Retry = new RetryPolicy(order.Retries, RetryInterval, MaxRetryTime),
        };
        return order.Codes is { } codes
            ? RequestAsync(environment, definition, codes, options, cancellationToken)
            : UpdateAsync(environment, definition, order.Thumbprint!, options, cancellationToken);
    }

    private static async Task<EnrollmentResult> RequestAsync(
        EnrollmentEnvironment environment,
        ServiceDefinition definition,
        string[] texts,
        EnrollmentOptions options,
        CancellationToken cancellationToken)
    {
        SecureString[] secure = [.. texts.Select(Secure)];
        using var codes = new AuthenticationCodes(secure[0], secure[1], secure[2]);
        Array.ForEach(secure, code => code.Dispose());
        await FinishAnsweredAsync(environment, definition, codes, options, cancellationToken);
        using var session = EnrollmentSession.Enroll(environment, definition, codes, options);
        return await FinishAsync(session, cancellationToken);
    }

    private static async Task<EnrollmentResult> UpdateAsync(
        EnrollmentEnvironment environment,
        ServiceDefinition definition,
        string thumbprint,
        EnrollmentOptions options,
        CancellationToken cancellationToken)
    {
        await PendingEnrollments.CleanUpAsync(environment, definition.Name, cancellationToken);
        await FinishAnsweredAsync(environment, definition, null, options, cancellationToken);
        IReadOnlyList<StoredCertificate> certificates =
            CertificateInventory.List(environment.Stores(options.StoreName), definition, new SystemClock());
        try
        {
            StoredCertificate current = certificates.FirstOrDefault(certificate => certificate.Record.Thumbprint == thumbprint)
                ?? throw new NaccsException(ErrorId.CertificateNotFound, thumbprint);
            if (RenewalPolicy.Refuse(current.Record, force: false) is { } refusal)
            {
                return refusal;
            }

            using var session = EnrollmentSession.Reenroll(environment, definition, current.Handle, options);
            return await FinishAsync(session, cancellationToken);
        }
        finally
        {
            foreach (StoredCertificate certificate in certificates)
            {
                certificate.Dispose();
            }
        }
    }

    // What a crash left behind an answer goes on first, and its failure is the failure of the run.
    private static async Task FinishAnsweredAsync(
        EnrollmentEnvironment environment,
        ServiceDefinition definition,
        AuthenticationCodes? codes,
        EnrollmentOptions options,
        CancellationToken cancellationToken)
    {
        foreach (string id in PendingEnrollments.Answered(environment, definition.Name, codes))
        {
            using var session = EnrollmentSession.Resume(environment, definition, id, null, options);
            try
            {
                await FinishAsync(session, cancellationToken);
            }
            catch (NaccsException exception) when (exception.ErrorId == ErrorId.EnrollmentNotFound)
            {
                // Another process has finished it meanwhile.
            }
        }
    }

    private static async Task<EnrollmentResult> FinishAsync(EnrollmentSession session, CancellationToken cancellationToken)
    {
        while (!session.IsFinished)
        {
            await session.AdvanceAsync(cancellationToken);
        }

        return session.Result;
    }

    private static SecureString Secure(string text)
    {
        var secure = new SecureString();
        foreach (char character in text)
        {
            secure.AppendChar(character);
        }

        return secure;
    }
}
