using System.Management.Automation;
using NaccsCert.Accounts;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Tells whether this is the account in which to enroll: the one that works with NACCS (manual 1.1).</summary>
[Cmdlet(VerbsDiagnostic.Test, "NaccsAccount", HelpUri = HelpAddress.Pages + "Test-NaccsAccount.md")]
[OutputType(typeof(AccountResult))]
public sealed class TestNaccsAccountCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(AccountGuard.Judge());
}
