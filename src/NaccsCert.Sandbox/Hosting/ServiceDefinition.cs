using System;
using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using NaccsCert.Sandbox.Authority;
using NaccsCert.Sandbox.Codes;
using NaccsCert.Sandbox.Policy;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.Hosting;

/// <summary>The service definition (schema version 1) that points a client at this sandbox.</summary>
internal static class ServiceDefinition
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Format(Uri origin, string label, IsoDuration validity, X509Certificate2 tlsRoot, X509Certificate2 clientCa, DataFolder folder) =>
        JsonSerializer.Serialize(
            new
            {
                schemaVersion = 1,
                name = "sandbox",
                displayName = "NaccsCert Sandbox",
                enrollment = new
                {
                    protocol = "est",
                    url = new Uri(origin, $"/.well-known/est/{label}").AbsoluteUri,
                    user = CodeSet.UserTemplate,
                    password = CodeSet.PasswordTemplate,
                },
                issuer = ClientAuthority.Name,
                validity = validity.Text,
                renewalWindow = RenewalPolicy.Window,
                hosts = new[]
                {
                    new { role = "CertificateService", host = origin.Host, port = origin.Port, environment = "Test" },
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
                    TrustAnchor(TlsIdentity.RootName, "server", tlsRoot, folder.TlsRootFile),
                    TrustAnchor(ClientAuthority.Name, "client", clientCa, folder.ClientCaFile),
                },
            },
            Indented) + "\n";

    private static object TrustAnchor(string name, string purpose, X509Certificate2 certificate, string file) =>
        new { name, purpose, sha256 = certificate.GetCertHashString(HashAlgorithmName.SHA256), file = Path.GetFileName(file) };
}
