using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using NaccsCert.Fleet;
using NaccsCert.IO;
using NaccsCert.PowerShell.Fleet;
using NaccsCert.PowerShell.Text;
using NaccsCert.Reports;

namespace NaccsCert.PowerShell.Commands;

/// <summary>
/// Makes one page, with a table and a document beside it, about the certificates of many computers: who is due when, what has failed and
/// why, who has not reported. Uses no network but that of the share.
/// </summary>
[Cmdlet(
    VerbsCommon.New,
    "NaccsFleetReport",
    SupportsShouldProcess = true,
    HelpUri = HelpAddress.Pages + "New-NaccsFleetReport.md")]
[OutputType(typeof(NaccsFleetReport))]
public sealed class NewNaccsFleetReportCommand : InteractiveCommand
{
    private readonly List<FleetInput> _inputs = [];
    private readonly List<string> _files = [];
    private readonly HashSet<string> _read = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _unread = [];
    private int _objects;

    /// <summary>
    /// Folders of reports that <c>Test-NaccsCompliance</c> and the logon scripts have left there, or the files themselves. Without it, and
    /// without other input, the folder that Group Policy sets for reports.
    /// </summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string[]? ReportPath { get; set; }

    /// <summary>
    /// The page, or the folder for files of a name with the time. Page, table and document have the same name, and the extensions .html,
    /// .csv and .json. Without it, the folder Documents of the user.
    /// </summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? OutputPath { get; set; }

    /// <summary>CSV files with the device status of the script package, as Intune exports it, with wildcards.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? IntunePath { get; set; }

    /// <summary>
    /// Results of <c>Test-NaccsCompliance</c>, also of other computers; rows of Intune's export as <c>Import-Csv</c> reads them; or
    /// reports, as files.
    /// </summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <summary>The names of the computers that should report.</summary>
    [Parameter]
    [AllowEmptyString]
    public string[]? ExpectedComputer { get; set; }

    /// <summary>After how many days without a report a computer counts as one that has not reported.</summary>
    [Parameter]
    [ValidateRange(1, 3650)]
    public int StaleAfterDays { get; set; } = 7;

    /// <summary>The language of the page: <c>en</c> or <c>ja</c>. Without it, that of the session.</summary>
    [Parameter]
    [ValidateSet("en", "ja")]
    public string? Language { get; set; }

    /// <summary>Replaces files that are there, without asking.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    // No parameter here: reports name the service themselves.

    /// <inheritdoc/>
    public override string? Service { get; set; }

    /// <inheritdoc/>
    private protected override bool EndsCommand(NaccsException exception) => true;

    /// <inheritdoc/>
    protected override void Process()
    {
        if (!MyInvocation.ExpectingInput && InputObject is null)
        {
            return;
        }

        _objects++;
        object? value = InputObject?.BaseObject;
        if (value is FileSystemInfo or string)
        {
            _files.Add(value is FileSystemInfo file ? file.FullName : FileAt((string)value));
        }
        else
        {
            Add(InputObject is null ? null : PipedFleet.Read(InputObject, Services.Clock.UtcNow));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Attempt(Finish);
        base.EndProcessing();
    }

    private void Finish()
    {
        string[] paths = [.. ReportPaths()];
        _read.UnionWith(paths);
        foreach (string path in IntunePath ?? [])
        {
            AddDevices(path);
        }

        IReadOnlyList<CollectedReport> reports = CollectedReports.Read(paths, unread => _unread.Add(unread.Text), Cancellation);
        _inputs.AddRange(reports.Select(report => new FleetInput(report, FleetSource.Report)));
        foreach (string text in LeftOutText.First(_unread, MessageId.FleetLeftOutMore))
        {
            WriteWarning(text);
        }

        if (_inputs.Count == 0 && ExpectedComputer is null)
        {
            WriteWarning(paths.Length > 0
                ? CommandText.Format(MessageId.FleetNothing, string.Join(", ", paths))
                : CommandText.Format(MessageId.FleetNothingPiped));
            return;
        }

        Write(FleetOverview.Of(_inputs, new FleetOptions
        {
            Now = Services.Clock.UtcNow,
            Zone = Services.Zone,
            StaleAfter = TimeSpan.FromDays(StaleAfterDays),
            Expected = ExpectedComputer ?? [],
            Unread = _unread,
        }));
    }

    private IEnumerable<string> ReportPaths()
    {
        IEnumerable<string> named = (ReportPath ?? []).Select(FileAt).Concat(_files);
        bool isElsewhere = IntunePath is not null || MyInvocation.ExpectingInput;
        return named.Any() || isElsewhere || Services.Policy.ReportPath is not { } folder ? named : [folder];
    }

    private void AddDevices(string path)
    {
        foreach (string file in FilesAt(path))
        {
            _read.Add(file);
            _inputs.AddRange(IntuneExport.Read(file).Select(device => device.ToInput(Services.Clock.UtcNow)));
        }
    }

    private void Add(FleetInput? input)
    {
        if (input is null)
        {
            _unread.Add(CommandText.Format(MessageId.FleetObjectUnknown, _objects));
        }
        else
        {
            _inputs.Add(input);
        }
    }

    private void Write(FleetOverview fleet)
    {
        string name = FormattableString.Invariant($"naccscert-fleet-{fleet.Options.Now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}{FleetFiles.Page}");
        string page = Path.ChangeExtension(FileAt(OutputPath ?? DocumentsFolder, name), FleetFiles.Page);
        string table = Path.ChangeExtension(page, FleetFiles.Table);
        string document = Path.ChangeExtension(page, FleetFiles.Document);

        // What was asked for by -Force is a new report, never the end of what it is made of.
        if (Array.Find([page, table, document], _read.Contains) is { } input)
        {
            throw new NaccsException(ErrorId.FileUnwritable, input, CommandText.Format(MessageId.FleetFileIsInput));
        }

        if (!ShouldProcess(page, MessageId.ActionWriteFleet) || !MayWrite([page, table, document], Force, out bool overwrite))
        {
            return;
        }

        // All three have their place before any of them is written. They name users: they are for their owner alone.
        using var pageFile = OutputFile.Create(page, overwrite, isPrivate: true);
        using var tableFile = OutputFile.Create(table, overwrite, isPrivate: true);
        using var documentFile = OutputFile.Create(document, overwrite, isPrivate: true);
        tableFile.Write(FleetTable.Compose(fleet.Rows));
        documentFile.Write(FleetDocument.Compose(fleet));
        pageFile.Write(new FleetPage(fleet, new FleetText(PageLanguage(), fleet.Options.Zone)).Compose());
        Show(new NaccsFleetReport
        {
            Path = page,
            TablePath = table,
            DocumentPath = document,
            Created = fleet.Options.Now,
            Computers = fleet.Computers,
            Certificates = fleet.Certificates,
            Due = fleet.Count(FleetGrade.Warning),
            Failed = fleet.Count(FleetGrade.Bad),
            NotReported = fleet.Silent.Count,
            Unread = _unread,
        });
        Tell([CommandText.Format(MessageId.FleetNext, CommandLine.Argument(page))]);
    }

    private CultureInfo PageLanguage()
    {
        string session = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja" ? "ja" : "en";
        return CultureInfo.GetCultureInfo(Language ?? session);
    }
}
