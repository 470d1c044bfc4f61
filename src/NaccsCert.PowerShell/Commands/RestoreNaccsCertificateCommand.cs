using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using NaccsCert.PowerShell.Completers;
using NaccsCert.PowerShell.Text;
using NaccsCert.PowerShell.Transformations;
using NaccsCert.Validation.Installed;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Brings archived certificates back into use: browsers offer them again.</summary>
[Cmdlet(
    VerbsData.Restore,
    "NaccsCertificate",
    SupportsShouldProcess = true,
    DefaultParameterSetName = ThumbprintSet,
    HelpUri = HelpAddress.Pages + "Restore-NaccsCertificate.md")]
[OutputType(typeof(NaccsCertificate))]
public sealed class RestoreNaccsCertificateCommand : GuidedCommand
{
    private const string ThumbprintSet = "Thumbprint";
    private const string TerminalSet = "Terminal";
    private const int MaxNamed = 10;

    private readonly List<string> _restored = [];
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
    [ArgumentCompleter(typeof(ArchivedThumbprintCompleter))]
    public string[]? Thumbprint { get; set; }

    /// <summary>The terminals whose archived certificates to bring back, with wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = TerminalSet)]
    [NameText(nameof(Terminal))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ArchivedTerminalCompleter))]
    public string[]? Terminal { get; set; }

    /// <summary>The store of the current user to look in.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string StoreName { get; set; } = "My";

    /// <inheritdoc/>
    private protected override string[]? Terminals => Terminal;

    /// <inheritdoc/>
    protected override void Process()
    {
        using InstalledCertificates wanted = FindCertificates(StoreName, Thumbprint);
        foreach (StoredCertificate certificate in wanted.Certificates.Where(wanted => wanted.Record.Archived))
        {
            _hasMeant = true;
            string name = $"{certificate.Record.Terminal} ({certificate.Record.Thumbprint})";
            if (ShouldProcess(name, MessageId.ActionRestore))
            {
                Attempt(() => Restore(certificate, name));
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_restored.Count > 0)
        {
            Tell(
            [
                CommandText.Format(MessageId.CertificatesRestored, _restored.Count, NameList.Of(_restored, MaxNamed)),
                CommandText.Format(MessageId.NextStep, CommandText.Format(MessageId.NextRestartForRestored)),
            ]);
        }
        else if (!_hasMeant && !HasFailed)
        {
            // Nothing is wrong with that, so it is no warning.
            Tell([CommandText.Format(MessageId.NothingToRestore)]);
        }

        base.EndProcessing();
    }

    private void Restore(StoredCertificate certificate, string name)
    {
        if (OpenSession().Restore(certificate) is { } restored)
        {
            _restored.Add(name);
            WriteObject(restored);
        }
    }
}
