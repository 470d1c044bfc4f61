using System.Management.Automation;
using NaccsCert.Enrollment;
using NaccsCert.PowerShell.Completers;
using NaccsCert.PowerShell.Text;
using NaccsCert.PowerShell.Transformations;
using NaccsCert.Renewal;
using NaccsCert.Validation.Installed;

namespace NaccsCert.PowerShell.Commands;

/// <summary>証明書の更新: a new certificate with a new key for one that is due (manual 6).</summary>
[Cmdlet(
    VerbsData.Update,
    "NaccsCertificate",
    SupportsShouldProcess = true,
    HelpUri = HelpAddress.Pages + "Update-NaccsCertificate.md")]
[OutputType(typeof(EnrollmentResult))]
public sealed class UpdateNaccsCertificateCommand : RenewalCommand
{
    /// <summary>The thumbprints of the certificates to renew, with wildcards. Without it, every one that is due.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [NameText(nameof(Thumbprint))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ThumbprintCompleter))]
    public string[]? Thumbprint { get; set; }

    /// <summary>The terminals whose certificates to renew, with wildcards. Without it, those of every terminal.</summary>
    [Parameter]
    [NameText(nameof(Terminal))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TerminalCompleter))]
    public string[]? Terminal { get; set; }

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
    /// Continues where the command would stop: in another account than that of the desktop, before the renewal window opens
    /// (the service has the last word), for a certificate of unverified origin, and over a request file that is there already.
    /// </summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    private protected override bool AnyAccount => Force;

    /// <inheritdoc/>
    private protected override string[]? Terminals => Terminal;

    /// <inheritdoc/>
    private protected override EnrollmentOptions Options() => base.Options() with
    {
        KeyAlgorithm = KeyAlgorithm,
        KeyStorageProvider = KeyStorageProvider,
        Exportable = Exportable,
        FriendlyName = FriendlyName,
    };

    /// <inheritdoc/>
    protected override void Process()
    {
        FinishInterruptedRenewals();
        Attempt(PutAwayReplaced);
        using InstalledCertificates installed = FindCertificates(StoreName, Thumbprint, IsMeant);
        foreach (StoredCertificate certificate in installed.Certificates)
        {
            Attempt(() => Renew(certificate));
        }
    }

    // Unless it is asked for by name, a certificate that was replaced or archived is nobody's concern any more.
    private bool IsMeant(StoredCertificate certificate) =>
        Thumbprint is not null || certificate.Record is { Archived: false, Status: not CertificateStatus.Superseded };

    private void Renew(StoredCertificate certificate)
    {
        NaccsCertificate record = certificate.Record;
        if (RenewalPolicy.Evaluate(record, Force) is { } refusal)
        {
            Show(refusal);
        }
        else if (ShouldEnroll($"{record.Terminal} ({record.Thumbprint})", MessageId.ActionRenew, KeyAlgorithm, certificate))
        {
            Show(Run(
                (session, token) => session.RenewAsync(certificate, Options(), token), CommandText.Format(MessageId.ActivityRenew)));
        }
    }
}
