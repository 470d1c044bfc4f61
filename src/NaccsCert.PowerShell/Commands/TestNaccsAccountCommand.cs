using System.Management.Automation;
using NaccsCert.Accounts;
using NaccsCert.Sessions;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Tells whether this is the account in which to enroll: the one that works with NACCS (manual 1.1).</summary>
[Cmdlet(VerbsDiagnostic.Test, "NaccsAccount")]
[OutputType(typeof(AccountResult))]
public sealed class TestNaccsAccountCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(AccountGuard.Evaluate(CompositionRoot.Compose().Account.Value));
}
