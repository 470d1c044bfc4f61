using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.PowerShell.Completers;

/// <summary>Completes the thumbprints of archived certificates, with terminal and status as the tool tip.</summary>
public sealed class ArchivedThumbprintCompleter : ValueCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<(string Value, string ToolTip)> Values(IDictionary boundParameters) =>
        ThumbprintCompleter.Candidates(InstalledRecords.Read(boundParameters).Where(record => record.Archived));
}
