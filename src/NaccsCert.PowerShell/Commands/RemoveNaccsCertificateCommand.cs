using System.Collections.Generic;
using System.Linq;
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
    DefaultParameterSetName = ThumbprintSet,
    HelpUri = HelpAddress.Pages + "Remove-NaccsCertificate.md")]
public sealed class RemoveNaccsCertificateCommand : GuidedCommand
{
    private const string ThumbprintSet = "Thumbprint";
    private const string TerminalSet = "Terminal";
    private const string SupersededSet = "Superseded";
    private const string ExpiredSet = "Expired";
    private const int MaxNamed = 10;

    private readonly List<string> _removed = [];
    private bool _hasMeant;

    /// <summary>The thumbprints of the certificates, with wildcards.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ParameterSetName = ThumbprintSet,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [NameText(nameof(Thumbprint))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ThumbprintCompleter))]
    public string[]? Thumbprint { get; set; }

    /// <summary>The terminals whose certificates to remove, with wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = TerminalSet)]
    [NameText(nameof(Terminal))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TerminalCompleter))]
    public string[]? Terminal { get; set; }

    /// <summary>Removes certificates that were replaced.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SupersededSet)]
    [Parameter(ParameterSetName = TerminalSet)]
    public SwitchParameter Superseded { get; set; }

    /// <summary>Removes certificates that have expired, replaced or not.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ExpiredSet)]
    [Parameter(ParameterSetName = SupersededSet)]
    [Parameter(ParameterSetName = TerminalSet)]
    public SwitchParameter Expired { get; set; }

    /// <summary>The store of the current user to look in.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string StoreName { get; set; } = "My";

    /// <summary>Removes even the only usable certificate of a terminal.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    private protected override string[]? Terminals => Terminal;

    /// <inheritdoc/>
    protected override void Process()
    {
        using InstalledCertificates wanted = FindCertificates(StoreName, Thumbprint);
        foreach (StoredCertificate certificate in wanted.Certificates.Where(IsMeant))
        {
            _hasMeant = true;
            if (ShouldProcess(NameOf(certificate.Record), MessageId.ActionRemove))
            {
                Attempt(() => Remove(certificate));
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_removed.Count > 0)
        {
            Tell([CommandText.Format(MessageId.CertificatesRemoved, _removed.Count, NameList.Of(_removed, MaxNamed))]);
        }
        else if (!_hasMeant && IsCleaningUp && !HasFailed)
        {
            // Nothing is wrong with that, so it is no warning.
            Tell([CommandText.Format(MessageId.NothingToRemove)]);
        }

        base.EndProcessing();
    }

    private static string NameOf(NaccsCertificate record) => $"{record.Terminal} ({record.Thumbprint})";

    private bool IsCleaningUp => Superseded || Expired;

    private bool IsMeant(StoredCertificate certificate) =>
        !IsCleaningUp || (Superseded && IsSuperseded(certificate.Record)) || (Expired && HasExpired(certificate.Record));

    private static bool IsSuperseded(NaccsCertificate record) => record.Status == CertificateStatus.Superseded;

    // What is unverified may be of somebody else, and is removed only by its name.
    private bool HasExpired(NaccsCertificate record) => record.Status == CertificateStatus.Expired
        || (IsSuperseded(record) && record.NotAfter < Services.Clock.UtcNow);

    // What is left in the store is looked at anew each time: it decides which certificate is the last of its terminal.
    private void Remove(StoredCertificate certificate)
    {
        NaccsSession session = OpenSession();
        using InstalledCertificates installed = session.List(StoreName);
        session.Remove(certificate, installed, Force);
        string name = NameOf(certificate.Record);
        _removed.Add(name);
        WriteVerbose(CommandText.Format(MessageId.CertificateRemoved, name));
    }
}
