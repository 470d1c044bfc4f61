using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Serialization;
using NaccsCert.Sandbox.Authority;
using NaccsCert.Sandbox.Behavior;
using NaccsCert.Sandbox.Codes;
using NaccsCert.Sandbox.Est;
using NaccsCert.Sandbox.Policy;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.Hosting;

/// <summary>The service definition (schema version 1) that points a client at this sandbox.</summary>
internal static class ServiceDefinition
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Format(Uri origin, ServeOptions options, X509Certificate2 tlsRoot, ClientAuthority authority, DataFolder folder) =>
        JsonSerializer.Serialize(
            new
            {
                schemaVersion = 1,
                name = "sandbox",
                displayName = "NaccsCert Sandbox",
                enrollment = new
                {
                    protocol = "est",
                    url = new Uri(origin, $"/.well-known/est/{options.Label}").AbsoluteUri,
                    user = CodeSet.UserTemplate,
                    password = CodeSet.PasswordTemplate,
                    challengePassword = options.Behavior.Est.ChallengePassword == ChallengePasswordRule.Verify ? ChallengePasswords.Template : null,
                },
                issuer = CommonName(authority.Certificate),
                validity = options.Validity.Text,
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
                        path = $"/.well-known/est/{options.Label}/cacerts",
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
