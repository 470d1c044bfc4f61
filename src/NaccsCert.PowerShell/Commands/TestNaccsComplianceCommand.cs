using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Accounts;
using NaccsCert.Diagnostics;
using NaccsCert.PowerShell.Text;
using NaccsCert.Renewal;
using NaccsCert.Sessions;

namespace NaccsCert.PowerShell.Commands;

/// <summary>
/// Sums up for a management agent, in one object and one line, whether the certificates of this user need anything now.
/// Asks no network and changes nothing, but for a report where one is wanted.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "NaccsCompliance", HelpUri = HelpAddress.Pages + "Test-NaccsCompliance.md")]
[OutputType(typeof(ComplianceResult))]
public sealed class TestNaccsComplianceCommand : NaccsCommand
{
    /// <summary>The store of the current user to look in.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string StoreName { get; set; } = "My";

    /// <summary>Makes it a finding that there is no certificate.</summary>
    [Parameter]
    public SwitchParameter RequireCertificate { get; set; }

    /// <summary>Leaves due certificates to the user, where Group Policy says nothing about it. Without it, they are renewed silently.</summary>
    [Parameter]
    public SwitchParameter NoAutoRenew { get; set; }

    /// <summary>
    /// A folder, for example of a share, in which the result is left as a file too: one for each user and computer, written anew once a
    /// day and whenever it says something else.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ReportPath { get; set; }

    /// <summary>
    /// The longest time in seconds: a key on a card that nobody unlocks, a file that does not open, or a share that is not there can
    /// hang.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 60;

    /// <inheritdoc/>
    protected override void Process()
    {
        var waited = Stopwatch.StartNew();
        TimeSpan Left() => TimeSpan.FromTicks(Math.Max(0, (TimeSpan.FromSeconds(TimeoutSec) - waited.Elapsed).Ticks));

        string? service = ServiceArgument;
        ComplianceResult result = TryWithin(Left(), () => Evaluate(service)) ?? Compliance.TimedOut(Origin(Environment.UserName));
        WriteObject(result);

        // One that says nothing would take the place of a report that does.
        if (ReportPath is not null && result.Code != ComplianceCode.TimedOut)
        {
            Report(FileAt(ReportPath), result, Left());
        }
    }

    private ComplianceResult Evaluate(string? service)
    {
        AccountFacts account = Services.Account.Value;
        ErrorId? error = AccountGuard.FindError(account);
        ComplianceOrigin origin = Origin(account.UserName);
        return error is null
            ? Evaluate(service, origin)
            : Compliance.Evaluate(error, [], RequireCertificate, origin);
    }

    // A certificate that cannot be read is in the log; an agent can do nothing about it.
    private ComplianceResult Evaluate(string? service, ComplianceOrigin origin)
    {
        NaccsSession session = OpenSession(() => LoadDefinition(service));
        return Compliance.Evaluate(
            accountError: null,
            session.Plan(StoreName, autoRenew: !NoAutoRenew, _ => { }),
            RequireCertificate,
            origin with { OfficialTool = session.FindOfficialTool()?.ToString() });
    }

    // To the second, as people read it.
    private ComplianceOrigin Origin(string userName)
    {
        DateTimeOffset now = Services.Clock.UtcNow;
        return new ComplianceOrigin(
            Environment.MachineName, userName, ModuleVersion.Text, now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)));
    }

    private void Report(string folder, ComplianceResult result, TimeSpan time)
    {
        string? service = ServiceArgument;
        Func<string> write = () =>
            Services.Reporter.Write(folder, result, Services.Account.Value.UserId, () => FindTrustedRoots(service)) ?? string.Empty;
        string path = TryWithin(time, write)
            ?? throw new NaccsException(ErrorId.ReportUnwritable, folder, CommandText.Format(MessageId.ReportTimedOut, TimeoutSec));
        WriteVerbose(path.Length > 0 ? CommandText.Format(MessageId.ReportWritten, path) : CommandText.Format(MessageId.ReportNotDue, folder));
    }

    // A report without them is better than none.
    private IReadOnlyList<string> FindTrustedRoots(string? service)
    {
        try
        {
            return OpenSession(() => LoadDefinition(service)).FindTrustedRoots();
        }
        catch (NaccsException)
        {
            return [];
        }
    }

    // What hangs is left behind: nothing of it is under way that could be lost. A thread of its own is no loss to the pool then, and is
    // there sooner than the first one of a pool.
    private T? TryWithin<T>(TimeSpan time, Func<T> work)
        where T : class
    {
        Task<T> task = Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return IsDoneWithin(task, time) ? task.GetAwaiter().GetResult() : null;
    }
}
