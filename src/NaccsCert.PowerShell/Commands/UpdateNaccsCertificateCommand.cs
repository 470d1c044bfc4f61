using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using NaccsCert.Enrollment;
using NaccsCert.PowerShell.Completers;
using NaccsCert.PowerShell.Text;
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
public sealed class UpdateNaccsCertificateCommand : EnrollmentCommand
{
    /// <summary>The thumbprints of the certificates to renew, with wildcards. Without it, every one that is due.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ThumbprintCompleter))]
    public string[]? Thumbprint { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        FinishInterruptedRenewals();
        IReadOnlyList<StoredCertificate> certificates = FindCertificates(StoreName, Thumbprint);
        foreach (StoredCertificate certificate in certificates.Where(IsMeant))
        {
            using (certificate)
            {
                Attempt(() => Renew(certificate));
            }
        }
    }

    // Unless it is asked for by name, a certificate that was replaced is nobody's concern any more.
    private bool IsMeant(StoredCertificate certificate) =>
        Thumbprint is not null || certificate.Record.Status != CertificateStatus.Superseded;

    private void Renew(StoredCertificate certificate)
    {
        NaccsCertificate record = certificate.Record;
        if (RenewalPolicy.Refuse(record, Force) is { } refusal)
        {
            WriteObject(refusal);
        }
        else if (ShouldAsk($"{record.Terminal} ({record.Thumbprint})", MessageId.ActionRenew))
        {
            WriteObject(Run(
                () => EnrollmentSession.Reenroll(NewEnvironment(), Definition, certificate.Handle, Options()),
                CommandText.Format(MessageId.ActivityRenew)));
        }
    }
}
