using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using NaccsCert.Time;

namespace NaccsCert.PowerShell.Completers;

/// <summary>Completes the terminals of installed certificates, each once; the list shows status and end of the certificate in use.</summary>
public sealed class TerminalCompleter : ValueCompleter
{
    /// <inheritdoc/>
    private protected override string ListItem((string Value, string ToolTip) candidate) => candidate.ToolTip;

    // As names, not as patterns.

    /// <inheritdoc/>
    private protected override IEnumerable<(string Value, string ToolTip)> Values(IDictionary boundParameters) =>
        InstalledRecords.Read(boundParameters)
            .GroupBy(record => record.Terminal)
            .Select(records => records.OrderBy(record => record.Status == CertificateStatus.Superseded).First())
            .OrderBy(record => record.Terminal, System.StringComparer.Ordinal)
            .Select(record => (
                WildcardPattern.Escape(record.Terminal),
                $"{record.Terminal} ({ValueText.Of(record.Status)}) {LocalTime.Text(record.NotAfter)}"));
}
