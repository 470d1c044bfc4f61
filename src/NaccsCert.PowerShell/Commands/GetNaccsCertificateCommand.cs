using System;
using System.Linq;
using System.Management.Automation;
using NaccsCert.PowerShell.Transformations;
using NaccsCert.Validation.Installed;

namespace NaccsCert.PowerShell.Commands;

/// <summary>証明書の確認: lists the client certificates of the service in the user's store (manual 7).</summary>
[Cmdlet(VerbsCommon.Get, "NaccsCertificate", HelpUri = HelpAddress.Pages + "Get-NaccsCertificate.md")]
[OutputType(typeof(NaccsCertificate))]
public sealed class GetNaccsCertificateCommand : StoreCommand
{
    /// <summary>Only certificates of these statuses.</summary>
    [Parameter]
    public CertificateStatus[]? Status { get; set; }

    /// <summary>Only certificates that end within this time: days, a time span, or ISO 8601.</summary>
    [Parameter]
    [Days]
    public TimeSpan? ExpiringWithin { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        foreach (StoredCertificate certificate in FindCertificates())
        {
            using (certificate)
            {
                if (IsWanted(certificate.Record))
                {
                    WriteObject(certificate.Record);
                }
            }
        }
    }

    private bool IsWanted(NaccsCertificate record) =>
        (Status is null || Status.Contains(record.Status))
        && (ExpiringWithin is null || record.NotAfter - Clock.UtcNow <= ExpiringWithin);
}
