using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Security;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment;
using NaccsCert.Logging;
using NaccsCert.Policies;
using NaccsCert.PowerShell.Completers;
using NaccsCert.PowerShell.Errors;
using NaccsCert.PowerShell.Text;
using NaccsCert.Renewal;
using NaccsCert.Services;
using NaccsCert.Stores;
using NaccsCert.Time;
using NaccsCert.Validation.Installed;

namespace NaccsCert.PowerShell.Commands;

/// <summary>What all commands share: the service, Ctrl+C, and the turning of exceptions into error records.</summary>
public abstract class NaccsCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<SecureString> _secrets = [];
    private (string? Service, ServiceDefinition Definition)? _loaded;

    /// <summary>
    /// The service definition: a name, or the path of a JSON file. Without it, that of the piped object; without that,
    /// that of Group Policy, or NACCS itself.
    /// </summary>
    /// <remarks>
    /// What was listed under one service must never be sent to another. A definition that was named by its path has to be
    /// named again: its name alone leads nowhere, and says so.
    /// </remarks>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    public string? Service { get; set; }

    /// <summary>The service definition, read when it is first needed.</summary>
    private protected ServiceDefinition Definition
    {
        get
        {
            if (_loaded is not { } loaded || loaded.Service != Service)
            {
                loaded = (Service, LoadDefinition(ServiceArgument));
                _loaded = loaded;
            }

            return loaded.Definition;
        }
    }

    /// <summary>The service definition that the user named: a name, or a full path; null when none was named.</summary>
    private protected string? ServiceArgument =>
        Service is { } service && ServiceDefinitionSource.IsPath(service) ? GetUnresolvedProviderPathFromPSPath(service) : Service;

    /// <summary>The clock of this computer.</summary>
    private protected IClock Clock { get; } = new SystemClock();

    /// <inheritdoc/>
    public void Dispose()
    {
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

    /// <summary>Does the work for one input object.</summary>
    protected abstract void Process();

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => Attempt(Process);

    /// <summary>Does something whose failure is reported and ends neither the command nor the pipeline.</summary>
    private protected void Attempt(Action action)
    {
        try
        {
            action();
        }
        catch (NaccsException exception) when (exception.ErrorId is ErrorId.ServiceDefinitionNotFound or ErrorId.ServiceDefinitionInvalid)
        {
            // No other input object would fare better.
            ThrowTerminatingError(ErrorRecords.From(exception));
        }
        catch (NaccsException exception)
        {
            Report(exception);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

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
    private protected void Report(NaccsException exception) => WriteError(ErrorRecords.From(exception));

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => _stopping.Cancel();

    /// <summary>Waits on the pipeline thread for work that Ctrl+C ends.</summary>
    internal T Await<T>(Func<CancellationToken, Task<T>> work) =>
        Task.Run(() => work(_stopping.Token), _stopping.Token).GetAwaiter().GetResult();

    /// <summary>Waits on the pipeline thread for work whose end may never come; Ctrl+C ends the wait.</summary>
    /// <returns>Whether it has come to its end, be it good or bad.</returns>
    private protected bool IsDoneWithin(Task work, TimeSpan time) =>
        Task.WaitAny([work], (int)time.TotalMilliseconds, _stopping.Token) == 0;

    /// <summary>Waits on the pipeline thread; Ctrl+C ends the wait.</summary>
    private protected void Pause(TimeSpan time)
    {
        if (_stopping.Token.WaitHandle.WaitOne(time))
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Whether the root of the client certificate is left out: as the user says, or else Group Policy.</summary>
    private protected bool IsRootCASkipped(SwitchParameter chosen) =>
        MyInvocation.BoundParameters.ContainsKey("SkipRootCA") ? chosen : GroupPolicy.Current.RootCA == RootCAHandling.Skip;

    /// <summary>This computer and its signed-in user. What happens there from now on is written into the user's log.</summary>
    private protected virtual EnrollmentEnvironment NewEnvironment()
    {
        UserLog.Start();
        return EnrollmentEnvironment.Current(HostInteraction.CanAskUser(Host));
    }

    /// <summary>Finds the certificates that the user means.</summary>
    /// <param name="storeName">The store of the current user to look in.</param>
    /// <param name="thumbprints">Their thumbprints, with wildcards; null for every certificate of the service.</param>
    private protected IReadOnlyList<StoredCertificate> FindCertificates(string storeName, string[]? thumbprints) =>
        CertificateSelection.Pick(
            CertificateInventory.List(new UserCertificateStore(storeName), Definition, Clock), thumbprints, Report);

    /// <summary>Reads a service definition.</summary>
    /// <param name="service">A name, or a full path; null for that of Group Policy, or NACCS.</param>
    private protected static ServiceDefinition LoadDefinition(string? service) =>
        ServiceDefinitionSource.Default.Load(service ?? GroupPolicy.Current.ServiceDefinition);

    /// <summary>What is to be done about the certificates that somebody still works with.</summary>
    /// <param name="definition">The service.</param>
    /// <param name="storeName">The store of the current user to look in.</param>
    /// <param name="autoRenew">Whether renewal is silent where Group Policy says nothing about it.</param>
    private protected IReadOnlyList<RenewalPlan> Plan(ServiceDefinition definition, string storeName, bool autoRenew)
    {
        IReadOnlyList<StoredCertificate> certificates =
            CertificateInventory.List(new UserCertificateStore(storeName), definition, Clock);
        NaccsCertificate[] records = [.. certificates.Select(certificate => certificate.Record)];
        foreach (StoredCertificate certificate in certificates)
        {
            certificate.Dispose();
        }

        DateTimeOffset now = Clock.UtcNow;
        var settings = ReminderSettings.From(GroupPolicy.Current, autoRenew);
        return
        [
            .. RenewalPlanner.Concerns(records, now)
                .Select(record => RenewalPlanner.Plan(record, settings, now, TimeZoneInfo.Local)),
        ];
    }

    /// <summary>The files that a path means: the one of just that name, or those that its wildcards match.</summary>
    private protected IReadOnlyList<string> FilesAt(string path)
    {
        try
        {
            // Browsers save files under names such as scrca2[1].txt.
            string literal = GetUnresolvedProviderPathFromPSPath(path);
            return File.Exists(literal) ? [literal] : GetResolvedProviderPathFromPSPath(path, out _);
        }
        catch (SessionStateException exception)
        {
            Report(new NaccsException(ErrorId.CertificateFileUnreadable, path, exception));
            return [];
        }
    }
}
