using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace NaccsCert.Harnesses.SignIn.Sites;

/// <summary>A service definition that names sites.</summary>
internal static class SiteDefinition
{
    /// <summary>Writes it beside the roots.</summary>
    /// <param name="files">The files of the sites.</param>
    /// <param name="sites">The sites. All have one host: the order is what tells them apart.</param>
    /// <returns>Its path.</returns>
    public static string Write(SiteFiles files, IEnumerable<Site> sites) => files.Write($"service-{Guid.NewGuid():N}.json", JsonSerializer.Serialize(new
    {
        schemaVersion = 1,
        name = "sites",
        displayName = "Sites",
        enrollment = new { protocol = "est", url = "https://127.0.0.1/.well-known/est", user = "{code1}", password = "{code2}{code3}" },
        issuer = files.Authority.Certificate.GetNameInfo(X509NameType.SimpleName, false),
        validity = "P5Y1M",
        renewalWindow = "P28D",
        hosts = sites.Select(site => new
        {
            role = $"{site.Server}, {site.Setup}",
            host = "127.0.0.1",
            port = site.Port,
            environment = "Production",
            clientCertificate = true,
        }),
        trustAnchors = new[]
        {
            Anchor("server", "server-root.pem", files.ServerRoot.Certificate.RawData),
            Anchor("client", "client-ca.pem", files.Authority.Certificate.RawData),
        },
    }));

    private static object Anchor(string purpose, string file, byte[] certificate) =>
        new { name = file, purpose, sha256 = Convert.ToHexString(SHA256.HashData(certificate)), file };
}
