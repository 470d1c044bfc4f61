using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Management.Automation;
using System.Security;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Diagnostics;
using NaccsCert.Logging;
using NaccsCert.PowerShell.Completers;
using NaccsCert.PowerShell.Errors;
using NaccsCert.PowerShell.Pipeline;
using NaccsCert.PowerShell.Text;
using NaccsCert.Services;
using NaccsCert.Sessions;
using NaccsCert.Transport;

namespace NaccsCert.PowerShell.Commands;

/// <summary>What all commands share: the service, Ctrl+C, and the turning of exceptions into error records.</summary>
public abstract class NaccsCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<SecureString> _secrets = [];
    private SessionServices? _services;
    private (string? Service, ServiceDefinition Definition)? _loaded;

    /// <summary>
    /// The service definition: a name, or the path of a JSON file. Without it, that of the piped object; without that,
    /// that of Group Policy, or NACCS itself.
    /// </summary>
    /// <remarks>
    /// What was listed under one service must never be sent to another. A definition that was named by its path has to be
    /// named again: its name alone leads nowhere, and says so. Only an unfinished enrollment keeps the path itself.
    /// </remarks>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    public virtual string? Service { get; set; }

    /// <summary>What the command works with, composed once.</summary>
    private protected SessionServices Services => _services ??= CompositionRoot.Compose();

    /// <summary>The service definition, read when it is first needed.</summary>
    private protected ServiceDefinition Definition
    {
        get
        {
            string? service = DefinitionPath ?? Service;
            if (_loaded is not { } loaded || loaded.Service != service)
            {
                loaded = (service, LoadDefinition(DefinitionPath ?? ServiceArgument));
                _loaded = loaded;
            }

            return loaded.Definition;
        }
    }

    /// <summary>The full path of the definition that what is worked at brings itself; null where <see cref="Service"/> decides.</summary>
    private protected virtual string? DefinitionPath => null;

    /// <summary>Loads a service definition.</summary>
    /// <param name="service">A name, or a full path; null for that of Group Policy, or NACCS.</param>
    private protected ServiceDefinition LoadDefinition(string? service) =>
        Services.Definitions.Load(service ?? Services.Policy.ServiceDefinition);

    /// <summary>The service definition that the user named: a name, or a full path; null when none was named.</summary>
    private protected string? ServiceArgument => DefinitionAt(Service);

    /// <summary>A service definition as the user names it.</summary>
    /// <param name="nameOrPath">A name, or a path as PowerShell has them; null for none.</param>
    /// <returns>The name, or the full path; null for null.</returns>
    private protected string? DefinitionAt(string? nameOrPath) =>
        nameOrPath is not null && ServiceDefinitionSource.IsPath(nameOrPath) ? FileAt(nameOrPath) : nameOrPath;

    /// <summary>The choices about the route to the service.</summary>
    private protected virtual NetworkOptions Network => NetworkOptions.Default with { Policy = Services.Policy.Network };

    /// <summary>Whether any account will do.</summary>
    private protected virtual bool AnyAccount => false;

    /// <summary>Whether the command may ask the user anything, itself or by a dialog of the platform.</summary>
    private protected virtual bool MayAsk => false;

    /// <summary>The longest wait for a service that issues later; null to wait for none.</summary>
    private protected virtual TimeSpan? LongestWait => null;

    /// <inheritdoc/>
    public void Dispose()
    {
        UserLog.Pause();
        _secrets.ForEach(secret => secret.Dispose());
        _stopping.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Takes over a secret that was made for this command: it is cleared with it, at the end of the pipeline.</summary>
    [return: NotNullIfNotNull(nameof(secret))]
    private protected SecureString? Own(SecureString? secret)
    {
        if (secret is not null)
        {
            _secrets.Add(secret);
        }

        return secret;
    }

    /// <summary>Is cancelled by Ctrl+C.</summary>
    private protected CancellationToken Cancellation => _stopping.Token;

    /// <summary>Whether an error was reported so far.</summary>
    private protected bool HasFailed { get; private set; }

    /// <summary>Does the work for one input object.</summary>
    protected abstract void Process();

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => Attempt(Process);

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => _stopping.Cancel();

    /// <summary>Does something whose failure is reported and ends neither the command nor the pipeline.</summary>
    private protected void Attempt(Action action)
    {
        try
        {
            action();
        }
        catch (NaccsException exception) when (EndsCommand(exception))
        {
            ThrowTerminatingError(ErrorRecords.From(Explain(exception)));
        }
        catch (NaccsException exception)
        {
            Fail(exception);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (Exception exception) when (!IsOfTheEngine(exception))
        {
            Fail(UnexpectedErrors.From(exception));
        }
    }

    /// <summary>Whether an error ends the command, because no other input object would fare better, but for one that brings its own definition.</summary>
    private protected virtual bool EndsCommand(NaccsException exception) => DefinitionPath is null
        && exception.ErrorId is ErrorId.ServiceDefinitionNotFound or ErrorId.ServiceDefinitionInvalid or ErrorId.ServiceDefinitionUnsafe;

    /// <summary>Adds to an error what the command knows of it.</summary>
    private protected virtual NaccsException Explain(NaccsException exception) => exception;

    /// <summary>Tells that the work for an input object has failed; the command goes on with the next.</summary>
    private protected virtual void Fail(NaccsException exception) => Report(exception);

    /// <summary>Asks the user as PowerShell does, in the language of the session: PowerShell 7 has words of its own in English only.</summary>
    /// <param name="target">What is changed.</param>
    /// <param name="action">How.</param>
    /// <returns>Whether to do it.</returns>
    private protected bool ShouldProcess(string target, MessageId action) => ShouldProcess(target, action, out _);

    /// <inheritdoc cref="ShouldProcess(string, MessageId)"/>
    /// <param name="target">What is changed.</param>
    /// <param name="action">How.</param>
    /// <param name="reason">Why not, if so.</param>
    private protected bool ShouldProcess(string target, MessageId action, out ShouldProcessReason reason)
    {
        string operation = CommandText.Format(action);
        return ShouldProcess(
            CommandText.Format(MessageId.ActionOnTarget, operation, target),
            CommandText.Format(MessageId.ActionOnTargetQuestion, operation, target),
            operation,
            out reason);
    }

    /// <summary>Writes an error of the library as PowerShell's.</summary>
    private protected void Report(NaccsException exception)
    {
        if (exception.ErrorId == ErrorId.ProxyBasicNotAllowed)
        {
            WriteWarning(exception.RecommendedAction);
        }

        HasFailed = true;
        WriteError(ErrorRecords.From(exception));
    }

    /// <summary>Puts out a record.</summary>
    private protected virtual void Show(object record) => WriteObject(record);

    /// <summary>Runs a session's work; what happens meanwhile is shown in this command's streams.</summary>
    /// <param name="work">The work.</param>
    /// <param name="activity">What the progress is about; null for no progress.</param>
    private protected T Run<T>(Func<NaccsSession, CancellationToken, Task<T>> work, string? activity = null)
    {
        UserLog.Start(Services.LogFolder, Services.OutcomeLog);
        var pump = new PipelinePump(_stopping.Token);
        using EnrollmentProgress? progress = activity is null ? null : new EnrollmentProgress(this, activity);
        NaccsSession session = Open(() => Definition, NewInteraction(pump, progress), new CommandEvents(this, pump, progress, Show));
        return pump.Run(token => work(session, token));
    }

    /// <summary>Opens a session for what asks nobody and takes no time.</summary>
    private protected NaccsSession OpenSession() => OpenSession(() => Definition);

    /// <summary>Opens a session that may be used on another thread than that of the pipeline.</summary>
    /// <param name="loadDefinition">Loads the service definition, when it is first needed.</param>
    private protected NaccsSession OpenSession(Func<ServiceDefinition> loadDefinition)
    {
        var pump = new PipelinePump(_stopping.Token);
        return Open(loadDefinition, NewInteraction(pump, null), new CommandEvents(this, pump, null, Show));
    }

    /// <summary>Waits on the pipeline thread for work whose end may never come; Ctrl+C ends the wait.</summary>
    /// <returns>Whether it has come to its end, be it good or bad.</returns>
    private protected bool IsDoneWithin(Task work, TimeSpan time) =>
        Task.WaitAny([work], (int)time.TotalMilliseconds, _stopping.Token) == 0;

    /// <summary>What becomes of the root of the client certificate: as the user says, or else Group Policy.</summary>
    private protected RootCAHandling RootHandling(SwitchParameter skip)
    {
        if (!MyInvocation.BoundParameters.ContainsKey("SkipRootCA"))
        {
            return Services.Policy.RootCA;
        }

        return skip ? RootCAHandling.Skip : RootCAHandling.Ask;
    }

    /// <summary>The files that a path means: the one of just that name, or those that its wildcards match.</summary>
    private protected IReadOnlyList<string> FilesAt(string path)
    {
        try
        {
            return new UserPaths(SessionState.Path).FilesAt(path);
        }
        catch (NaccsException exception)
        {
            Report(exception);
            return [];
        }
    }

    /// <summary>The full path of a file that the user names; it need not be there.</summary>
    /// <param name="path">A path as PowerShell has them.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.PathInvalid"/>.</exception>
    private protected string FileAt(string path) => new UserPaths(SessionState.Path).FullPath(path);

    /// <summary>The full path of a file that the user names by itself, or by the folder for it.</summary>
    /// <param name="path">A path as PowerShell has them.</param>
    /// <param name="fileName">The name of the file in a folder.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.PathInvalid"/>.</exception>
    private protected string FileAt(string path, string fileName)
    {
        string full = FileAt(path);
        return Directory.Exists(full) ? Path.Combine(full, fileName) : full;
    }

    /// <summary>Names what is in a file and was not taken.</summary>
    /// <param name="path">The file.</param>
    /// <param name="leftOut">What was not taken, and why.</param>
    private protected void Warn(string path, IEnumerable<string> leftOut)
    {
        foreach (string text in leftOut)
        {
            WriteWarning(CommandText.Format(MessageId.LeftOutOfFile, path, text));
        }
    }

    /// <summary>Leads to whoever is there to answer.</summary>
    private protected HostInteraction NewInteraction() => NewInteraction(new PipelinePump(_stopping.Token), null);

    private HostInteraction NewInteraction(PipelinePump pump, EnrollmentProgress? progress) => new(Host, pump, MayAsk, progress);

    private NaccsSession Open(
        Func<ServiceDefinition> loadDefinition, IUserInteraction interaction, CommandEvents events) => new(Services, new SessionOptions
        {
            Source = new Lazy<ServiceDefinition>(loadDefinition),
            Interaction = interaction,
            Events = events,
            Network = Network,
            AnyAccount = AnyAccount,
            Wait = LongestWait,
        });

    // What ends a pipeline on purpose.
    private static bool IsOfTheEngine(Exception exception) =>
        exception is RuntimeException or PipelineStoppedException or OutOfMemoryException;
}
