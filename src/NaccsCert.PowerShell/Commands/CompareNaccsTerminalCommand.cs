using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using NaccsCert.PowerShell.Completers;
using NaccsCert.PowerShell.Pipeline;
using NaccsCert.PowerShell.Rows;
using NaccsCert.PowerShell.Text;
using NaccsCert.Reports;
using NaccsCert.Sessions;
using NaccsCert.Terminals;
using NaccsCert.Validation.Installed;

namespace NaccsCert.PowerShell.Commands;

/// <summary>
/// Sets the list of what was ordered at NSS against what is installed: on this computer, in collected reports, or in what is piped. Uses no
/// network and changes nothing.
/// </summary>
[Cmdlet(
    VerbsData.Compare,
    "NaccsTerminal",
    DefaultParameterSetName = StoreSet,
    HelpUri = HelpAddress.Pages + "Compare-NaccsTerminal.md")]
[OutputType(typeof(NaccsTerminal))]
public sealed class CompareNaccsTerminalCommand : GuidedCommand
{
    private const string StoreSet = "Store";
    private const string ReportSet = "Report";
    private const string ObjectSet = "Object";

    private readonly List<InstalledTerminal> _piped = [];
    private readonly List<string> _pipedReports = [];
    private int _objects;

    /// <summary>The lists: CSV files with headings, with wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Folders of reports that <c>Test-NaccsCompliance</c> and the logon scripts have left there, or the files themselves.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ReportSet)]
    [ValidateNotNullOrEmpty]
    public string[] ReportPath { get; set; } = [];

    /// <summary>
    /// What is installed: certificates of <c>Get-NaccsCertificate</c>, results of <c>Test-NaccsCompliance</c>, also of other computers; or
    /// reports, as files or as <c>ConvertFrom-Json</c> reads them.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ObjectSet)]
    [AllowNull]
    public object? InputObject { get; set; }

    /// <summary>The heading of the column with the terminals. Without it, <c>Terminal</c>, <c>論理端末名</c> or <c>端末名</c>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TerminalColumn { get; set; }

    /// <summary>The heading of the column with the days of issue. Without it, <c>Issued</c>, <c>IssueDate</c>, <c>発行日</c> or <c>発行年月日</c>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? IssuedColumn { get; set; }

    /// <summary>The store of the current user to look in.</summary>
    [Parameter(ParameterSetName = StoreSet)]
    [ValidateNotNullOrEmpty]
    public string StoreName { get; set; } = "My";

    // What is piped has a property of that name, and may be of several services.

    /// <inheritdoc/>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    public override string? Service { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        if (ParameterSetName != ObjectSet)
        {
            return;
        }

        _objects++;
        if (InputObject is not null && PSObject.AsPSObject(InputObject).BaseObject is FileInfo file)
        {
            _pipedReports.Add(file.FullName);
            return;
        }

        _piped.AddRange(InstalledRow.Read(InputObject, _objects, Services.Account.Value.UserName));
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Attempt(Compare);

    private void Compare()
    {
        string[] lists = [.. Path.SelectMany(new UserPaths(SessionState.Path).FilesAt)];
        if (lists.Length == 0)
        {
            throw new NaccsException(ErrorId.FileNotFound, string.Join(", ", Path));
        }

        var list = new TerminalList(new ListColumns(TerminalColumn, IssuedColumn), Report);
        OrderedTerminal[] ordered = [.. lists.SelectMany(list.Read)];
        (InstalledSource source, IEnumerable<InstalledTerminal> installed) = FindInstalled();
        WriteObject(
            new TerminalComparison(Services, Definition).Compare(ordered, installed.Where(IsOfService), source), enumerateCollection: true);
    }

    private (InstalledSource Source, IEnumerable<InstalledTerminal> Installed) FindInstalled()
    {
        // An empty pipeline says that nothing is installed, and not to look here.
        if (MyInvocation.ExpectingInput)
        {
            return _pipedReports.Count > 0
                ? (InstalledSource.Reports, [.. _piped, .. InReports(_pipedReports)])
                : (InstalledSource.Objects, _piped);
        }

        return ParameterSetName switch
        {
            ReportSet => (InstalledSource.Reports, InReports([.. ReportPath.Select(FileAt)])),
            ObjectSet => (InstalledSource.Objects, _piped),
            _ => (InstalledSource.Store, InStore()),
        };
    }

    private InstalledTerminal[] InStore()
    {
        using InstalledCertificates installed = ListCertificates(StoreName);
        string userName = Services.Account.Value.UserName;
        return [.. installed.Certificates.Select(
            certificate => InstalledTerminals.From(certificate.Record, Environment.MachineName, userName))];
    }

    private InstalledTerminal[] InReports(IReadOnlyCollection<string> paths)
    {
        var unread = new List<string>();
        IReadOnlyList<CollectedReport> reports = CollectedReports.Read(paths, file => unread.Add(file.Text), Cancellation);
        foreach (string text in LeftOutText.First(unread, MessageId.ReportsLeftOut))
        {
            WriteWarning(text);
        }

        if (reports.Count == 0)
        {
            WriteWarning(CommandText.Format(MessageId.ReportsNone, string.Join(", ", paths.Take(1))));
        }

        return [.. reports.SelectMany(InstalledTerminals.From)];
    }

    // Only where one was named: reports and objects may come from a definition that this computer does not have.
    private bool IsOfService(InstalledTerminal terminal) => Service is null
        || terminal.Service.Length == 0
        || string.Equals(terminal.Service, Definition.Name, StringComparison.OrdinalIgnoreCase);
}
