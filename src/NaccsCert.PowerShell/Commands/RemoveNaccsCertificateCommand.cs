using System.Management.Automation;
using NaccsCert.PowerShell.Completers;
using NaccsCert.PowerShell.Text;
using NaccsCert.Stores;
using NaccsCert.Validation.Installed;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Removes a certificate and destroys its key, for good.</summary>
[Cmdlet(
    VerbsCommon.Remove,
    "NaccsCertificate",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High,
    HelpUri = HelpAddress.Pages + "Remove-NaccsCertificate.md")]
public sealed class RemoveNaccsCertificateCommand : NaccsCommand
{
    /// <summary>The thumbprints of the certificates, with wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ThumbprintCompleter))]
    public string[] Thumbprint { get; set; } = [];

    /// <summary>The store of the current user to look in.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string StoreName { get; set; } = "My";

    /// <summary>Removes even the only usable certificate of a terminal.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        var store = new UserCertificateStore(StoreName);
        foreach (StoredCertificate certificate in CertificateSelection.Pick(
            CertificateInventory.List(store, Definition, Clock), Thumbprint, Report))
        {
            using StoredCertificate current = certificate;
            NaccsCertificate record = certificate.Record;
            if (ShouldProcess($"{record.Terminal} ({record.Thumbprint})", MessageId.ActionRemove))
            {
                Attempt(() => CertificateRemover.Remove(store, current, Definition, Clock, Force));
            }
        }
    }
}
