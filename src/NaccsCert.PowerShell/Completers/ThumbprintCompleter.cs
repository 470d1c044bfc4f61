using System.Collections;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Services;
using NaccsCert.Sessions;
using NaccsCert.Time;
using NaccsCert.Validation.Installed;

namespace NaccsCert.PowerShell.Completers;

/// <summary>Completes the thumbprints of installed certificates, with terminal and status as the tool tip.</summary>
public sealed class ThumbprintCompleter : ValueCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<(string Value, string ToolTip)> Values(IDictionary boundParameters)
    {
        SessionServices services = CompositionRoot.Compose();
        ServiceDefinition definition = services.Definitions.Load(
            boundParameters["Service"] as string ?? services.Policy.ServiceDefinition);
        using InstalledCertificates installed = new CertificateInventory(services.Stores, services.Histories, services.Clock)
            .List(boundParameters["StoreName"] as string ?? "My", definition);
        return
        [
            .. installed.Certificates.Select(certificate => certificate.Record)
                .Select(record => (record.Thumbprint, $"{record.Terminal} ({record.Status}) {LocalTime.Text(record.NotAfter)}")),
        ];
    }
}
