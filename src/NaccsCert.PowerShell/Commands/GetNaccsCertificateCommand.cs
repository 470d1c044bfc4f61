using System;
using System.Linq;
using System.Management.Automation;
using NaccsCert.PowerShell.Completers;
using NaccsCert.PowerShell.Transformations;
using NaccsCert.Validation.Installed;

namespace NaccsCert.PowerShell.Commands;

/// <summary>証明書の確認: lists the client certificates of the service in the user's store (manual 7).</summary>
[Cmdlet(VerbsCommon.Get, "NaccsCertificate", HelpUri = HelpAddress.Pages + "Get-NaccsCertificate.md")]
[OutputType(typeof(NaccsCertificate))]
public sealed class GetNaccsCertificateCommand : NaccsCommand
{
    /// <summary>The thumbprints of certificates, with wildcards. Without it, every certificate of the service.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [NameText(nameof(Thumbprint))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ThumbprintCompleter))]
    public string[]? Thumbprint { get; set; }

    /// <summary>The store of the current user to look in.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string StoreName { get; set; } = "My";

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
        using InstalledCertificates installed = FindCertificates(StoreName, Thumbprint);
        foreach (StoredCertificate certificate in installed.Certificates.Where(certificate => IsWanted(certificate.Record)))
        {
            WriteObject(certificate.Record);
        }
    }

    private bool IsWanted(NaccsCertificate record) =>
        (Status is null || Status.Contains(record.Status))
        && (ExpiringWithin is null || record.NotAfter - Services.Clock.UtcNow <= ExpiringWithin);
}
