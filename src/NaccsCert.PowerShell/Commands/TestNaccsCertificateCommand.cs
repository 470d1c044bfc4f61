using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using NaccsCert.Guidance;
using NaccsCert.PowerShell.Completers;
using NaccsCert.PowerShell.Transformations;
using NaccsCert.Validation.Installed;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Checks whether installed certificates work, and why not (manual 7). Uses the network only on request.</summary>
[Cmdlet(VerbsDiagnostic.Test, "NaccsCertificate", HelpUri = HelpAddress.Pages + "Test-NaccsCertificate.md")]
[OutputType(typeof(CertificateTestResult))]
public sealed class TestNaccsCertificateCommand : NetworkCommand
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

    /// <summary>Goes online and asks the issuer, by OCSP or its revocation list.</summary>
    [Parameter]
    public SwitchParameter CheckRevocation { get; set; }

    /// <summary>Shows the certificate to each host that users sign in to with one, and says what the host makes of it.</summary>
    [Parameter]
    public SwitchParameter SignIn { get; set; }

    /// <summary>The environment whose hosts -SignIn means.</summary>
    [Parameter]
    public HostEnvironment Environment { get; set; } = HostEnvironment.All;

    /// <inheritdoc/>
    private protected override string[]? Terminals => Terminal;

    /// <inheritdoc/>
    private protected override CommandPlace Place => PlaceIn(StoreName, isNarrowed: Thumbprint is not null || Terminal is not null);

    /// <inheritdoc/>
    protected override void Process()
    {
        using InstalledCertificates installed = FindCertificates(StoreName, Thumbprint, IsMeant);
        var options = new CertificateTestOptions
        {
            CheckRevocation = CheckRevocation,
            SignIn = SignIn,
            Environment = ServiceEnvironments.Of(Environment),
        };
        var results = new List<CertificateTestResult>();
        foreach (StoredCertificate certificate in installed.Certificates)
        {
            // That nobody could be asked about revocation is a warning, so it comes as a check and not as an exception.
            results.Add(Run((session, token) => session.TestAsync(certificate, options, token)));
        }

        foreach (CertificateTestResult result in results.OrderBy(result => CheckStatuses.Rank(result.Status)))
        {
            Show(result);
        }
    }

    private bool IsMeant(StoredCertificate certificate) =>
        Thumbprint is not null || !ArchivedCertificates.AreLeftOut(certificate.Record);
}
