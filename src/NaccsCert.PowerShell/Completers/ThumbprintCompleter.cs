using System.Collections;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Services;
using NaccsCert.Stores;
using NaccsCert.Time;
using NaccsCert.Validation.Installed;

namespace NaccsCert.PowerShell.Completers;

/// <summary>Completes the thumbprints of installed certificates, with terminal and status as the tool tip.</summary>
public sealed class ThumbprintCompleter : ValueCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<(string Value, string ToolTip)> Values(IDictionary boundParameters)
    {
        ServiceDefinition definition = ServiceDefinitionSource.Default.Load(boundParameters["Service"] as string);
        var store = new UserCertificateStore(boundParameters["StoreName"] as string ?? "My");
        return CertificateInventory.List(store, definition, new SystemClock())
            .Select(certificate => certificate.Record)
            .Select(record => (record.Thumbprint, $"{record.Terminal} ({record.Status}) {LocalTime.Text(record.NotAfter)}"));
    }
}
