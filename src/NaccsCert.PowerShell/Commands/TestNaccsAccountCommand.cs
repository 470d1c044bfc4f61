using System.Management.Automation;
using NaccsCert.Accounts;
using NaccsCert.Sessions;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Checks whether the current account is the one in which to enroll certificates (manual 1.1).</summary>
[Cmdlet(VerbsDiagnostic.Test, "NaccsAccount", HelpUri = HelpAddress.Pages + "Test-NaccsAccount.md")]
[OutputType(typeof(AccountResult))]
public sealed class TestNaccsAccountCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(AccountGuard.Evaluate(CompositionRoot.Compose().Account.Value));
}
