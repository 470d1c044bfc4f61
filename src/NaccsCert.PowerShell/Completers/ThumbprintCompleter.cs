using System.Collections;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Time;

namespace NaccsCert.PowerShell.Completers;

/// <summary>Completes the thumbprints of installed certificates, with terminal and status as the tool tip.</summary>
public sealed class ThumbprintCompleter : ValueCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<(string Value, string ToolTip)> Values(IDictionary boundParameters) =>
        Candidates(InstalledRecords.Read(boundParameters));

    /// <summary>What is offered for certificates.</summary>
    internal static IEnumerable<(string Value, string ToolTip)> Candidates(IEnumerable<NaccsCertificate> records) =>
        records.Select(record => (record.Thumbprint, $"{record.Terminal} ({ValueText.Of(record.Status)}) {LocalTime.Text(record.NotAfter)}"));
}
