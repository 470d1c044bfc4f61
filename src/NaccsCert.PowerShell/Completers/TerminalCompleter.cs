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

    /// <inheritdoc/>
    private protected override IEnumerable<(string Value, string ToolTip)> Values(IDictionary boundParameters) =>
        Candidates(InstalledRecords.Read(boundParameters));

    // As names, not as patterns.

    /// <summary>What is offered for certificates.</summary>
    internal static IEnumerable<(string Value, string ToolTip)> Candidates(IEnumerable<NaccsCertificate> records) =>
        records.GroupBy(record => record.Terminal)
            .Select(records => records.OrderBy(record => record.Status == CertificateStatus.Superseded).First())
            .OrderBy(record => record.Terminal, System.StringComparer.Ordinal)
            .Select(record => (
                WildcardPattern.Escape(record.Terminal),
                $"{record.Terminal} ({ValueText.Of(record.Status)}) {LocalTime.Text(record.NotAfter)}"));
}
