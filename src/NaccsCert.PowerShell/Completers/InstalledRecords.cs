using System.Collections;
using System.Linq;
using NaccsCert.Services;
using NaccsCert.Sessions;
using NaccsCert.Validation.Installed;

namespace NaccsCert.PowerShell.Completers;

/// <summary>The certificates that a command line means by its store and service.</summary>
internal static class InstalledRecords
{
    /// <summary>Reads them, newest first.</summary>
    /// <param name="boundParameters">The other parameters of the command, by name.</param>
    public static NaccsCertificate[] Read(IDictionary boundParameters)
    {
        SessionServices services = CompositionRoot.Compose();
        ServiceDefinition definition = services.Definitions.Load(
            boundParameters["Service"] as string ?? services.Policy.ServiceDefinition);
        using InstalledCertificates installed = new CertificateInventory(services.Stores, services.Histories, services.Clock)
            .List(boundParameters["StoreName"] as string ?? "My", definition);
        return [.. installed.Certificates.Select(certificate => certificate.Record)];
    }
}
