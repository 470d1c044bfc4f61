using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Diagnostics;
using NaccsCert.Enrollment.States;
using NaccsCert.Services;

namespace NaccsCert.Enrollment;

/// <summary>
/// The one path from codes, or from a current certificate, to a new certificate that is installed and proven. The
/// caller takes it step by step, and may stop, die and come back between any two.
/// </summary>
/// <example>
/// <code>
/// using var session = EnrollmentSession.Enroll(environment, definition, codes, options);
/// while (!session.IsFinished) { Show(await session.AdvanceAsync(token)); }
/// return session.Result;
/// </code>
/// </example>
public sealed class EnrollmentSession : IDisposable
{
    private readonly EnrollmentContext _context;
    private EnrollmentState _state = new LockState();

    private EnrollmentSession(EnrollmentContext context) => _context = context;

    /// <summary>The step that <see cref="AdvanceAsync"/> will take next; null when finished.</summary>
    public EnrollmentStep? NextStep => _state.Step;

    /// <summary>Whether there is a <see cref="Result"/>.</summary>
    public bool IsFinished => _state is FinishedState;

    /// <summary>How it ended.</summary>
    public EnrollmentResult Result =>
        (_state as FinishedState)?.Result ?? throw new InvalidOperationException("The enrollment is not finished.");

    /// <summary>Begins a first enrollment (manual 5.1), or goes on with an unfinished one of the same codes.</summary>
    /// <param name="environment">The outside.</param>
    /// <param name="definition">The service.</param>
    /// <param name="codes">The three codes; the caller disposes of them.</param>
    /// <param name="options">The user's choices.</param>
    /// <returns>The session.</returns>
    public static EnrollmentSession Enroll(
        EnrollmentEnvironment environment, ServiceDefinition definition, AuthenticationCodes codes, EnrollmentOptions options) =>
        new(new EnrollmentContext(environment, definition, options, codes, null, null));

    /// <summary>Begins a renewal (manual 6.1), or goes on with an unfinished one of the same certificate.</summary>
    /// <param name="environment">The outside.</param>
    /// <param name="definition">The service.</param>
    /// <param name="current">The certificate to renew, with its key; the caller disposes of it.</param>
    /// <param name="options">The user's choices.</param>
    /// <returns>The session.</returns>
    public static EnrollmentSession Reenroll(
        EnrollmentEnvironment environment, ServiceDefinition definition, X509Certificate2 current, EnrollmentOptions options) =>
        new(new EnrollmentContext(environment, definition, options, null, current, null));

    /// <summary>Goes on with an unfinished enrollment.</summary>
    /// <param name="environment">The outside.</param>
    /// <param name="definition">The service.</param>
    /// <param name="enrollmentId">The name of its journal entry.</param>
    /// <param name="codes">The three codes, needed only until the certificate is issued; null for none.</param>
    /// <param name="options">The user's choices; those that were made at the beginning stay.</param>
    /// <returns>The session.</returns>
    public static EnrollmentSession Resume(
        EnrollmentEnvironment environment,
        ServiceDefinition definition,
        string enrollmentId,
        AuthenticationCodes? codes,
        EnrollmentOptions options)
    {
        string? previous = environment.Journal.Read().FirstOrDefault(entry => entry.Id == enrollmentId)?.PreviousThumbprint;
        X509Certificate2? current = previous is null
            ? null
            : environment.Stores(options.StoreName).Read().FirstOrDefault(certificate => certificate.Thumbprint == previous);
        return new EnrollmentSession(
            new EnrollmentContext(environment, definition, options, codes, current, enrollmentId));
    }

    /// <summary>Takes the next step.</summary>
    /// <param name="cancellationToken">Ends the step; what is on disk stays as it is, and the next run goes on from there.</param>
    /// <returns>What the step did.</returns>
    /// <exception cref="NaccsException">
    /// The step failed. Nothing is lost; a new session goes on from the journal, under the exception's
    /// <see cref="NaccsException.EnrollmentId"/>.
    /// </exception>
    public async Task<EnrollmentEvent> AdvanceAsync(CancellationToken cancellationToken)
    {
        EnrollmentStep step = _state.Step ?? throw new InvalidOperationException("The enrollment is finished.");
        Correlation.Set(_context.Mark);
        if (_state is LockState)
        {
            NaccsCertEventSource.Log.EnrollmentStarted(_context.Operation.ToString(), _context.Definition.Name, ModuleVersion.Text);
        }

        try
        {
            _state = await _state.AdvanceAsync(_context, cancellationToken).ConfigureAwait(false);
        }
        catch (NaccsException exception) when (Deferral.Until(exception, _context) is { } until)
        {
            _state = new FinishedState(Deferral.Result(until, _context));
        }
        catch (NaccsException exception)
        {
            NaccsCertEventSource.Log.EnrollmentFailed(exception.ErrorId.ToString(), exception.Target, exception.Message);
            if (exception.EnrollmentId is null && _context.HasEntry)
            {
                throw exception.ForEnrollment(_context.Entry.Id);
            }

            throw;
        }

        if (_state is FinishedState { Result: { } result })
        {
            NaccsCertEventSource.Log.EnrollmentCompleted(result.Status.ToString(), result.Thumbprint ?? string.Empty, result.Reason);
        }

        return Take(step);
    }

    /// <summary>Hands over what a step has done that failed, and so gave nothing back.</summary>
    /// <returns>What it did up to there.</returns>
    public EnrollmentEvent TakeFailed() =>
        Take(_state.Step ?? throw new InvalidOperationException("The enrollment is finished."));

    /// <summary>Lets go of the connection and of keys.</summary>
    public void Dispose() => _context.Dispose();

    private EnrollmentEvent Take(EnrollmentStep step)
    {
        (IReadOnlyList<string> setting, IReadOnlyList<string> deeds) = _context.Story.Take();
        return new EnrollmentEvent(
            step, _state.Step, _context.HasEntry ? _context.Entry.Id : null, _context.HttpClient.TakeExchanges())
        {
            Setting = setting,
            Story = deeds,
            ClockSkew = _context.HttpClient.ClockSkew,
            InspectedBy = _context.HttpClient.Connection.InspectedBy,
        };
    }
}
