using System.Management.Automation;
using NaccsCert.Enrollment;
using NaccsCert.PowerShell.Completers;
using NaccsCert.PowerShell.Text;

namespace NaccsCert.PowerShell.Commands;

/// <summary>What enrollment and renewal share: the choices about the new certificate.</summary>
public abstract class EnrollmentCommand : SessionCommand
{
    /// <summary>The kind of key. Without it, what the service wants, or RSA 2048.</summary>
    [Parameter]
    public KeyAlgorithm? KeyAlgorithm { get; set; }

    /// <summary>The key storage provider. Without it, the software provider of the platform.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(KeyStorageProviderCompleter))]
    public string? KeyStorageProvider { get; set; }

    /// <summary>The friendly name of the certificate in the store (Windows).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string FriendlyName { get; set; } = string.Empty;

    /// <summary>Lets the private key be exported later. Without it, it never leaves this computer.</summary>
    [Parameter]
    public SwitchParameter Exportable { get; set; }

    /// <summary>
    /// Goes on where the command would stop: in another account than that of the desktop, before the renewal window opens
    /// (the service makes the final decision), and over an existing request file.
    /// </summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    private protected override EnrollmentEnvironment NewEnvironment()
    {
        EnrollmentEnvironment environment = base.NewEnvironment();
        return Force ? environment with { Account = null } : environment;
    }

    /// <inheritdoc/>
    private protected override EnrollmentOptions Options() => base.Options() with
    {
        KeyAlgorithm = KeyAlgorithm,
        KeyStorageProvider = KeyStorageProvider,
        Exportable = Exportable,
        FriendlyName = FriendlyName,
    };

    /// <summary>
    /// Asks the user as PowerShell does, in the right account. Under -WhatIf the service is asked too, with what changes
    /// nothing.
    /// </summary>
    private protected bool ShouldAsk(string target, MessageId action)
    {
        NewEnvironment().RequireAccount();
        bool confirmed = ShouldProcess(target, action, out ShouldProcessReason reason);
        if (reason == ShouldProcessReason.WhatIf)
        {
            ServiceOffer offer = Online(() => Await(token => ServiceOffer.AskAsync(Definition, Clock, Network, token)));
            Host.UI?.WriteLine(CommandText.Format(
                MessageId.ServiceWouldIssue,
                Definition.Enrollment.Url.Host,
                KeyAlgorithm ?? offer.KeyAlgorithm ?? NaccsCert.KeyAlgorithm.Rsa2048));
        }

        return confirmed;
    }
}
