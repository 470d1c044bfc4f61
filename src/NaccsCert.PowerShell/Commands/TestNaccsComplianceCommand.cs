using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Accounts;
using NaccsCert.Renewal;

namespace NaccsCert.PowerShell.Commands;

/// <summary>
/// Sums up for a management agent, in one object and one line, whether the certificates of this user need anything now.
/// Asks no network and changes nothing.
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

    /// <summary>The longest time in seconds: a key on a card that nobody unlocks, or a file that does not open, can hang.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 60;

    /// <inheritdoc/>
    protected override void Process()
    {
        // What hangs is left behind: nothing of it is under way that could be lost. A thread of its own is no loss to the
        // pool then, and is there sooner than the first one of a pool.
        string? service = ServiceArgument;
        Task<ComplianceResult> evaluation = Task.Factory.StartNew(
            () => Evaluate(service), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        WriteObject(IsDoneWithin(evaluation, TimeSpan.FromSeconds(TimeoutSec)) ? evaluation.GetAwaiter().GetResult() : Compliance.TimedOut);
    }

    private ComplianceResult Evaluate(string? service)
    {
        ErrorId? error = AccountGuard.FindError(Services.Account.Value);
        return Compliance.Evaluate(error, error is null ? Plan(service) : [], RequireCertificate);
    }

    // A certificate that cannot be read is in the log; an agent can do nothing about it.
    private IReadOnlyList<RenewalPlan> Plan(string? service) =>
        OpenSession(() => LoadDefinition(service)).Plan(StoreName, autoRenew: true, _ => { });
}
