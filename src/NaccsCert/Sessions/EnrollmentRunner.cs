using System;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment;
using NaccsCert.Enrollment.Events;

namespace NaccsCert.Sessions;

/// <summary>Runs enrollments to their end: through proxies that want credentials, and through the waits that a service asks for.</summary>
/// <param name="services">What the command works with.</param>
/// <param name="options">What the command chooses.</param>
/// <param name="proxySignIn">Repeats what a proxy has refused.</param>
internal sealed class EnrollmentRunner(SessionServices services, SessionOptions options, ProxySignIn proxySignIn)
{
    private static readonly TimeSpan ReportInterval = TimeSpan.FromSeconds(1);

    private readonly EventBroadcast _events = new([EventSourceSink.Instance, options.Events]);

    /// <summary>What an enrollment works with.</summary>
    public EnrollmentServices EnrollmentServices => new(
        services.Clock, services.Keys, services.Stores, services.Journal, options.Interaction.CanAsk)
    {
        Network = proxySignIn.Network,
        HttpHandlers = services.HttpHandlers,
        Events = _events,
        Account = options.AnyAccount ? null : services.Account.Value,
        Histories = services.Histories,
        RootConsent = options.Interaction,
    };

    /// <summary>Runs sessions, one after the other while the service lets wait.</summary>
    /// <param name="open">Opens a session; those after the first resume what is in the journal.</param>
    /// <param name="cancellationToken">Ends the run; the next one resumes it.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="NaccsException">A stage failed.</exception>
    public async Task<EnrollmentResult> RunAsync(
        Func<EnrollmentServices, EnrollmentSession> open, CancellationToken cancellationToken)
    {
        DateTimeOffset end = services.Clock.UtcNow + (options.Wait ?? TimeSpan.Zero);
        while (true)
        {
            EnrollmentResult result = await proxySignIn.RunAsync(() => RunOnceAsync(open, cancellationToken), cancellationToken)
                .ConfigureAwait(false);
            if (options.Wait is null || result is not { Status: EnrollmentStatus.Pending, NextAttempt: { } next } || next > end)
            {
                return result;
            }

            await WaitUntilAsync(next, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<EnrollmentResult> RunOnceAsync(
        Func<EnrollmentServices, EnrollmentSession> open, CancellationToken cancellationToken)
    {
        using EnrollmentSession session = open(EnrollmentServices);
        return await session.RunAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task WaitUntilAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        for (TimeSpan left = moment - services.Clock.UtcNow; left > TimeSpan.Zero; left = moment - services.Clock.UtcNow)
        {
            _events.Report(new Waiting(left));

            // Delays are whole milliseconds: what is less would be none, and this would run in circles until it is over.
            TimeSpan delay = left < ReportInterval ? left + TimeSpan.FromMilliseconds(1) : ReportInterval;
            await Task.Delay(delay, cancellationToken).ConfigureAwait(false);
        }
    }
}
