using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.PowerShell.Completers;

/// <summary>Completes the terminals of archived certificates, each once.</summary>
public sealed class ArchivedTerminalCompleter : ValueCompleter
{
    /// <inheritdoc/>
    private protected override string ListItem((string Value, string ToolTip) candidate) => candidate.ToolTip;

    /// <inheritdoc/>
    private protected override IEnumerable<(string Value, string ToolTip)> Values(IDictionary boundParameters) =>
        TerminalCompleter.Candidates(InstalledRecords.Read(boundParameters).Where(record => record.Archived));
}
