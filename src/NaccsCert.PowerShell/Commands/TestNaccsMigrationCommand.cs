using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using NaccsCert.Guidance;
using NaccsCert.IO;
using NaccsCert.Migration;
using NaccsCert.PowerShell.Completers;
using NaccsCert.PowerShell.Text;
using NaccsCert.PowerShell.Transformations;
using NaccsCert.Sessions;
using NaccsCert.Validation.Installed;

namespace NaccsCert.PowerShell.Commands;

/// <summary>
/// Says before a change of computer, account, password or Windows what would be lost, and what to do before and after (manual 1.1, 1.2).
/// Uses no network and changes nothing, but for a hand-over sheet where one is wanted.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "NaccsMigration", HelpUri = HelpAddress.Pages + "Test-NaccsMigration.md")]
[OutputType(typeof(MigrationResult))]
public sealed class TestNaccsMigrationCommand : GuidedCommand
{
    private readonly Dictionary<(string? Thumbprint, MigrationItem Item, string Name, MigrationChange Change), MigrationResult> _results = [];
    private MigrationInspector? _inspector;

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

    /// <summary>The changes to judge. Without it, all.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public MigrationChange[]? Change { get; set; }

    /// <summary>The store of the current user to look in.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string StoreName { get; set; } = "My";

    /// <summary>
    /// A file for the hand-over sheet, or the folder for a file of a name with computer and time: an HTML page to print, with the steps
    /// and room to write.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SheetPath { get; set; }

    /// <summary>Replaces a sheet that is there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    private protected override string[]? Terminals => Terminal;

    /// <inheritdoc/>
    private protected override CommandPlace Place => PlaceIn(StoreName, isNarrowed: IsNarrowed);

    private bool IsNarrowed => Thumbprint is not null || Terminal is not null;

    private MigrationInspector Inspector =>
        _inspector ??= new MigrationInspector(Services, [.. (Change ?? (MigrationChange[])Enum.GetValues(typeof(MigrationChange))).Distinct()]);

    /// <inheritdoc/>
    protected override void Process()
    {
        using InstalledCertificates installed = FindCertificates(StoreName, Thumbprint);
        foreach (StoredCertificate certificate in installed.Certificates)
        {
            Keep(Inspector.Inspect(certificate));
        }

        if (!IsNarrowed)
        {
            Keep(Inspector.InspectAccount(Service is null ? null : Definition.Name));
        }
    }

    // All input objects are of one list, and of one sheet.

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Attempt(Finish);
        base.EndProcessing();
    }

    private void Finish()
    {
        MigrationResult[] results = [.. MigrationReport.InOrder(_results.Values)];
        foreach (MigrationResult result in results)
        {
            Show(result);
        }

        if (SheetPath is not null && results.Length > 0)
        {
            string path = FileAt(SheetPath, Inspector.SheetName);
            using var file = OutputFile.Create(path, Force, isPrivate: true);
            file.Write(Inspector.ComposeSheet(results, Definition.Name));
            Tell([CommandText.Format(MessageId.SheetWritten, path)]);
        }
    }

    private void Keep(IEnumerable<MigrationResult> results)
    {
        foreach (MigrationResult result in results)
        {
            _results[(result.Thumbprint, result.Item, result.Name, result.Change)] = result;
        }
    }
}
