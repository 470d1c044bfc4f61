using System;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment.Events;
using NaccsCert.Messages;
using NaccsCert.Services;
using NaccsCert.Transport;

namespace NaccsCert.Enrollment;

/// <summary>
/// Asks a service what it wants in a request. It need not say (RFC 7030, section 4.5): whatever it answers ends neither an
/// enrollment nor a renewal, but for a demand that cannot be met.
/// </summary>
/// <param name="definition">The service.</param>
/// <param name="operation">What the request is for.</param>
/// <param name="protocol">The protocol of the service.</param>
/// <param name="events">Takes that its answer was passed over.</param>
internal sealed class CsrAttributesQuery(
    ServiceDefinition definition, EnrollmentOperation operation, IEnrollmentProtocol protocol, IProgress<EnrollmentEvent> events)
{
    /// <summary>Asks the service.</summary>
    /// <param name="retry">Runs an exchange, and again where its error may pass.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>What it wants; nothing in particular where it does not say so.</returns>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.LinkingRequired"/>; or the service cannot be reached any more, or not safely.
    /// </exception>
    public async Task<CsrAttributes> AskAsync(
        Func<Func<CancellationToken, Task<CsrAttributes>>, Task<CsrAttributes>> retry, CancellationToken cancellationToken)
    {
        CsrAttributes csrAttributes = await AskOrSkipAsync(retry, cancellationToken).ConfigureAwait(false);

        // RFC 7030, section 3.5: the value of tls-unique, which TLS 1.3 does not have, and which a request that is sent again over
        // another connection cannot keep. Where the definition has a template, the password is a shared secret instead.
        return csrAttributes.ChallengePassword && definition.Enrollment.ChallengePasswordTemplate is null
            ? throw new NaccsException(ErrorId.LinkingRequired, HostNames.Show(Host))
            : csrAttributes;
    }

    private string Host => definition.Enrollment.Url.Host;

    private async Task<CsrAttributes> AskOrSkipAsync(
        Func<Func<CancellationToken, Task<CsrAttributes>>, Task<CsrAttributes>> retry, CancellationToken cancellationToken)
    {
        try
        {
            return await retry(AskOnceAsync).ConfigureAwait(false);
        }
        catch (NaccsException error) when (error.ErrorId is ErrorId.ServiceUnavailable or ErrorId.ServiceInMaintenance)
        {
            return Skip(error);
        }
        catch (NaccsException error) when (error.ErrorId is ErrorId.ConnectionFailed or ErrorId.ConnectionTimedOut)
        {
            // Where the service answers to anything else, it is this question that it breaks off at; else this throws.
            await protocol.GetCACertificatesAsync(cancellationToken).ConfigureAwait(false);
            return Skip(error);
        }
    }

    // An answer that will be the same the next time is not waited for again.
    private async Task<CsrAttributes> AskOnceAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await protocol.GetCsrAttributesAsync(operation, cancellationToken).ConfigureAwait(false);
        }
        catch (NaccsException error) when (error.ErrorId is ErrorId.RequestRefused or ErrorId.RequestForbidden
            or ErrorId.UnexpectedResponse or ErrorId.RedirectRefused or ErrorId.ResponseUnreadable or ErrorId.ResponseTooLarge)
        {
            return Skip(error);
        }
    }

    private CsrAttributes Skip(NaccsException error)
    {
        events.Report(new CsrAttributesSkipped(Host, error.Message));
        return CsrAttributes.None;
    }
}
