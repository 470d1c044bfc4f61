using System;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Diagnostics;
using NaccsCert.Enrollment;
using NaccsCert.Enrollment.Events;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Enrollment.States;
using NaccsCert.Services;

namespace NaccsCert.Sessions;

/// <summary>
/// Leads from codes, or from a current certificate, to a new certificate that is installed and verified. The caller takes it
/// stage by stage, and may stop, die and come back between any two.
/// </summary>
/// <example>
/// <code>
/// using var session = EnrollmentSession.Enroll(services, definition, codes, options);
/// EnrollmentResult result = await session.RunAsync(token);
/// </code>
/// </example>
internal sealed class EnrollmentSession : IDisposable
{
    private readonly EnrollmentContext _context;
    private readonly X509Certificate2? _owned;
    private EnrollmentState _state = new LockState();

    private EnrollmentSession(
        EnrollmentServices services, ServiceDefinition definition, EnrollmentTask task, X509Certificate2? owned = null)
    {
        _context = new EnrollmentContext(services, definition, task);
        _owned = owned;
    }

    /// <summary>Where it stands.</summary>
    public EnrollmentStage Stage => _state.Stage;

    /// <summary>Whether there is a <see cref="Result"/>.</summary>
    public bool IsFinished => _state is FinishedState;

    /// <summary>How it ended.</summary>
    public EnrollmentResult Result =>
        (_state as FinishedState)?.Result ?? throw new InvalidOperationException("The enrollment is not finished.");

    /// <summary>Starts a first enrollment (manual 5.1), or resumes an unfinished one of the same codes.</summary>
    /// <param name="services">What the enrollment works with.</param>
    /// <param name="definition">The service.</param>
    /// <param name="codes">The three codes; the caller disposes of them.</param>
    /// <param name="options">The user's choices.</param>
    /// <returns>The session.</returns>
    public static EnrollmentSession Enroll(
        EnrollmentServices services, ServiceDefinition definition, AuthenticationCodes codes, EnrollmentOptions options) =>
        new(services, definition, new EnrollmentTask { Options = options, Codes = codes });

    /// <summary>Starts a renewal (manual 6.1), or resumes an unfinished one of the same certificate.</summary>
    /// <param name="services">What the enrollment works with.</param>
    /// <param name="definition">The service.</param>
    /// <param name="current">The certificate to renew, with its key; the caller disposes of it.</param>
    /// <param name="options">The user's choices.</param>
    /// <returns>The session.</returns>
    public static EnrollmentSession Reenroll(
        EnrollmentServices services, ServiceDefinition definition, X509Certificate2 current, EnrollmentOptions options) =>
        new(services, definition, new EnrollmentTask { Options = options, Current = current });

    /// <summary>Resumes an unfinished enrollment.</summary>
    /// <param name="services">What the enrollment works with.</param>
    /// <param name="definition">The service.</param>
    /// <param name="enrollmentId">The id of its journal entry.</param>
    /// <param name="codes">The three codes, needed only until the certificate is issued; null for none.</param>
    /// <param name="options">The user's choices; those that were made at the start stay.</param>
    /// <returns>The session.</returns>
    public static EnrollmentSession Resume(
        EnrollmentServices services,
        ServiceDefinition definition,
        string enrollmentId,
        AuthenticationCodes? codes,
        EnrollmentOptions options)
    {
        X509Certificate2? current = PendingEnrollments.FindPrevious(services, enrollmentId);
        return new EnrollmentSession(
            services,
            definition,
            new EnrollmentTask { Options = options, Codes = codes, Current = current, EnrollmentId = enrollmentId },
            owned: current);
    }

    /// <summary>Advances until there is a result.</summary>
    /// <param name="cancellationToken">Ends the stage; what is on disk stays as it is, and the next session resumes from there.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="NaccsException">As for <see cref="AdvanceAsync"/>.</exception>
    public async Task<EnrollmentResult> RunAsync(CancellationToken cancellationToken)
    {
        while (!IsFinished)
        {
            await AdvanceAsync(cancellationToken).ConfigureAwait(false);
        }

        return Result;
    }

    /// <summary>Advances to the next stage.</summary>
    /// <param name="cancellationToken">Ends the stage; what is on disk stays as it is, and the next session resumes from there.</param>
    /// <exception cref="NaccsException">
    /// The stage failed. Nothing is lost; a new session resumes from the journal, under the exception's
    /// <see cref="NaccsException.EnrollmentId"/>.
    /// </exception>
    public async Task AdvanceAsync(CancellationToken cancellationToken)
    {
        Correlation.Set(_context.CorrelationId);
        if (_state is LockState)
        {
            _context.Report(new EnrollmentStarted(_context.Operation, _context.Definition.Name));
        }

        _context.Report(new StageEntered(_state.Stage));
        try
        {
            _state = await _state.AdvanceAsync(_context, cancellationToken).ConfigureAwait(false);
        }
        catch (NaccsException exception)
        {
            if (Deferral.Until(exception, _context) is not { } until)
            {
                throw Failed(exception);
            }

            _state = new FinishedState(Deferral.Result(until, _context));
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
        {
            throw Failed(UnexpectedErrors.From(exception));
        }

        if (_state is FinishedState { Result: { } result })
        {
            EnrollmentResult explained = CodeUseText.Explain(result, _context.CodeUse);
            _state = new FinishedState(explained);
            _context.Report(new EnrollmentCompleted(explained));
        }
    }

    /// <summary>Closes the connection and releases keys.</summary>
    public void Dispose()
    {
        _context.Dispose();
        _owned?.Dispose();
    }

    private NaccsException Failed(NaccsException exception)
    {
        NaccsException known = exception.EnrollmentId is null && _context.HasEntry
            ? exception.ForEnrollment(_context.Entry.Id)
            : exception;
        NaccsException error = CodeUseText.Explain(known, _context.CodeUse);
        _context.Report(new EnrollmentFailed(error));
        return error;
    }
}
