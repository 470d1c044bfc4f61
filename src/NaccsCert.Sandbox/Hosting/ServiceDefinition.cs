using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Serialization;
using NaccsCert.Sandbox.Authority;
using NaccsCert.Sandbox.Browser;
using NaccsCert.Sandbox.Policy;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.Hosting;

/// <summary>The service definition (schema version 1) that points a client at this sandbox.</summary>
internal static class ServiceDefinition
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Writes it.</summary>
    /// <param name="origin">The root of the addresses that clients use, over TLS.</param>
    /// <param name="enrollment">What the protocol says of itself.</param>
    /// <param name="validity">How long certificates are valid.</param>
    /// <param name="tlsRoot">The root of the TLS certificate.</param>
    /// <param name="authority">The client CA.</param>
    /// <param name="folder">Where the anchors' files are.</param>
    public static string Format(
        Uri origin, object enrollment, IsoDuration validity, X509Certificate2 tlsRoot, ClientAuthority authority, DataFolder folder) =>
        JsonSerializer.Serialize(
            new
            {
                schemaVersion = 1,
                name = "sandbox",
                displayName = "NaccsCert Sandbox",
                enrollment,
                issuer = CommonName(authority.Certificate),
                validity = validity.Text,
                renewalWindow = RenewalPolicy.Window,
                hosts = new[]
                {
                    new
                    {
                        role = "CertificateService",
                        host = origin.Host,
                        port = origin.Port,
                        environment = "Test",

                        // Its TLS asks for a client certificate, so that the test of a site can be rehearsed.
                        clientCertificate = true,
                        path = CertificatePage.Path,
                    },
                },
                maintenance = new
                {
                    weekOfMonth = MaintenanceWindow.WeekOfMonth,
                    dayOfWeek = MaintenanceWindow.Day.ToString(),
                    start = MaintenanceWindow.Start,
                    duration = MaintenanceWindow.Duration,
                    timeZone = MaintenanceWindow.TimeZone,
                },
                trustAnchors = new[]
                {
                    TrustAnchor(TlsIdentities.RootName, "server", tlsRoot, folder.TlsRootFile),
                    TrustAnchor(authority.Root.GetNameInfo(X509NameType.SimpleName, forIssuer: false), "client", authority.Root, folder.ClientCaFile),
                },
            },
            Indented) + "\n";

    private static string? CommonName(X509Certificate2 certificate) =>
        certificate.SubjectName.EnumerateRelativeDistinguishedNames()
            .FirstOrDefault(part => part.GetSingleElementType().Value == DistinguishedNames.CommonName)
            ?.GetSingleElementValue();

    private static object TrustAnchor(string name, string purpose, X509Certificate2 certificate, string file) =>
        new { name, purpose, sha256 = certificate.GetCertHashString(HashAlgorithmName.SHA256), file = Path.GetFileName(file) };
}
