using System.Management.Automation;
using NaccsCert.PowerShell.Completers;
using NaccsCert.PowerShell.Text;
using NaccsCert.PowerShell.Transformations;
using NaccsCert.Sessions;
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
    [NameText(nameof(Thumbprint))]
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
        using InstalledCertificates wanted = FindCertificates(StoreName, Thumbprint);
        foreach (StoredCertificate certificate in wanted.Certificates)
        {
            NaccsCertificate record = certificate.Record;
            if (ShouldProcess($"{record.Terminal} ({record.Thumbprint})", MessageId.ActionRemove))
            {
                Attempt(() => Remove(certificate));
            }
        }
    }

    // What is left in the store is looked at anew each time: it decides which certificate is the last of its terminal.
    private void Remove(StoredCertificate certificate)
    {
        NaccsSession session = OpenSession();
        using InstalledCertificates installed = session.List(StoreName);
        session.Remove(certificate, installed, Force);
    }
}
