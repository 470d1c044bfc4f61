using System;
using System.Linq;
using System.Management.Automation;
using NaccsCert.Guidance;
using NaccsCert.PowerShell.Completers;
using NaccsCert.PowerShell.Transformations;
using NaccsCert.Validation.Installed;

namespace NaccsCert.PowerShell.Commands;

/// <summary>証明書の確認: lists the client certificates of the service in the user's store (manual 7).</summary>
[Cmdlet(VerbsCommon.Get, "NaccsCertificate", HelpUri = HelpAddress.Pages + "Get-NaccsCertificate.md")]
[OutputType(typeof(NaccsCertificate))]
public sealed class GetNaccsCertificateCommand : GuidedCommand
{
    /// <summary>The thumbprints of certificates, with wildcards. Without it, every certificate of the service.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [NameText(nameof(Thumbprint))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ThumbprintCompleter))]
    public string[]? Thumbprint { get; set; }

    /// <summary>The terminals of certificates, with wildcards. Without it, certificates of every terminal.</summary>
    [Parameter]
    [NameText(nameof(Terminal))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TerminalCompleter))]
    public string[]? Terminal { get; set; }

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

    /// <summary>Lists archived certificates too. What is asked for by thumbprint, or as Superseded, is listed in any case.</summary>
    [Parameter]
    public SwitchParameter IncludeArchived { get; set; }

    /// <inheritdoc/>
    private protected override string[]? Terminals => Terminal;

    /// <inheritdoc/>
    private protected override CommandPlace Place => PlaceIn(StoreName, isNarrowed: Thumbprint is not null || Terminal is not null);

    /// <inheritdoc/>
    protected override void Process()
    {
        using InstalledCertificates installed =
            FindCertificates(StoreName, Thumbprint, certificate => IsWanted(certificate.Record));
        foreach (StoredCertificate certificate in installed.Certificates)
        {
            Show(certificate.Record);
        }
    }

    private bool WantsArchived =>
        IncludeArchived || Thumbprint is not null || (Status is not null && Status.Contains(CertificateStatus.Superseded));

    private bool IsWanted(NaccsCertificate record) =>
        (WantsArchived || !ArchivedCertificates.AreLeftOut(record))
        && (Status is null || Status.Contains(record.Status))
        && (ExpiringWithin is null || record.NotAfter - Services.Clock.UtcNow <= ExpiringWithin);
}
