using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using NaccsCert.Logging;
using NaccsCert.PowerShell.Completers;
using NaccsCert.PowerShell.Errors;
using NaccsCert.PowerShell.Text;
using NaccsCert.PowerShell.Transformations;
using NaccsCert.Sessions;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Shows the log of the signed-in user: what the commands and the reminder have done, the oldest entry first.</summary>
[Cmdlet(VerbsCommon.Get, "NaccsLog", HelpUri = HelpAddress.Pages + "Get-NaccsLog.md")]
[OutputType(typeof(NaccsLogEntry))]
public sealed class GetNaccsLogCommand : PSCmdlet
{
    private readonly List<string> _ids = [];

    /// <summary>Only entries of these enrollments: their IDs, with wildcards, or the last eight digits of an ID.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [NameText(nameof(EnrollmentId))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(EnrollmentIdCompleter))]
    public string[]? EnrollmentId { get; set; }

    /// <summary>Only entries of this moment and later.</summary>
    [Parameter]
    public DateTimeOffset? After { get; set; }

    /// <summary>Only entries before this moment.</summary>
    [Parameter]
    public DateTimeOffset? Before { get; set; }

    /// <summary>Only entries of these levels.</summary>
    [Parameter]
    public LogLevel[]? Level { get; set; }

    /// <summary>How many entries at most: the newest of those that the other parameters leave.</summary>
    [Parameter]
    [Alias("Tail")]
    [ValidateRange(1, int.MaxValue)]
    public int? Last { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _ids.AddRange(EnrollmentId ?? []);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        // An empty pipeline asks for the entries of no enrollment, not for all.
        if (MyInvocation.ExpectingInput && _ids.Count == 0)
        {
            return;
        }

        try
        {
            Show(LogReader.Read(new LogFiles(CompositionRoot.Compose().LogFolder).Read().Select(file => file.Content)));
        }
        catch (NaccsException exception)
        {
            WriteError(ErrorRecords.From(exception));
        }
    }

    private void Show((IReadOnlyList<NaccsLogEntry> Entries, int Unreadable) log)
    {
        if (log.Unreadable > 0)
        {
            WriteVerbose(CommandText.Format(MessageId.LogLinesUnreadable, log.Unreadable));
        }

        NameSelection? names = _ids.Count == 0 ? null : new NameSelection(_ids);
        NaccsLogEntry[] wanted = [.. log.Entries.Where(entry => IsWanted(entry, names))];
        if (wanted.Length == 0)
        {
            WriteWarning(CommandText.Format(MessageId.LogHasNothing));
        }

        WriteObject(wanted.Skip(wanted.Length - (Last ?? wanted.Length)), enumerateCollection: true);
    }

    private bool IsWanted(NaccsLogEntry entry, NameSelection? names) =>
        (names is null || new[] { entry.EnrollmentId, entry.Correlation }.Any(name => name is not null && names.Matches(name)))
        && (After is null || entry.Time >= After)
        && (Before is null || entry.Time < Before)
        && (Level is null || Level.Contains(entry.Level));
}
