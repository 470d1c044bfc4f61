using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.Harnesses.SignIn.Sites;

/// <summary>Sites of Apache, which refuses certificates by the alerts of OpenSSL.</summary>
internal static class ApacheSites
{
    /// <summary>The program, of Debian's package apache2.</summary>
    public const string Program = "/usr/sbin/apache2";

    private const string Ours = "SSLCACertificateFile client-ca.pem";
    private const string Tls12 = "SSLProtocol TLSv1.2";
    private const string Tls13 = "SSLProtocol TLSv1.3";
    private const string Refused = "ClientCertificateRefused";

    private static readonly string[] Modules = ["mpm_event", "authz_core", "socache_shmcb", "ssl", "dir"];

    /// <summary>The sites.</summary>
    public static IReadOnlyList<Site> List() =>
    [
        .. OfVersion("TLS 1.2", Outcomes.OpenSsl12, "in the handshake", Tls12),
        .. OfVersion("TLS 1.3", Outcomes.OpenSsl13, "after the handshake", Tls13),
        Site("optional", Outcomes.OpenSsl13, "SSLVerifyClient optional", Ours),
        Site("optional_no_ca", Outcomes.OpenSsl13, "SSLVerifyClient optional_no_ca", Ours),
        Site("require, 403", Outcomes.Forbidden with { ExpiredWords = "certificate_expired (45)" }, "SSLVerifyClient require", Ours, "<Location />", "Require all denied", "</Location>"),
        Site("none", Outcomes.NotRequested, "SSLVerifyClient none"),
    ];

    /// <summary>The configuration of sites.</summary>
    /// <param name="sites">The sites.</param>
    /// <param name="files">Where the files are.</param>
    public static string Configure(IReadOnlyList<Site> sites, SiteFiles files) => $"""
        ServerRoot {files.FullPath}
        ServerName 127.0.0.1
        PidFile {files.Path("apache.pid")}
        DefaultRuntimeDir {files.FullPath}
        ErrorLog {files.Path("apache.log")}
        User nobody
        Group nogroup
        DocumentRoot {files.Path("pages")}
        {Lines(Modules.Select(module => $"LoadModule {module}_module /usr/lib/apache2/modules/mod_{module}.so"))}
        {Lines(sites.Select(site => $"Listen 127.0.0.1:{site.Port}"))}
        {Lines(sites.Select(VirtualHost))}

        """;

    // What a site of one TLS version makes of them; a list that names us and a store that lacks us are two settings of Apache.
    private static IEnumerable<Site> OfVersion(string version, SiteOutcomes verified, string when, string protocol) =>
    [
        Site($"require, {version}", verified, "SSLVerifyClient require", Ours, protocol),
        Site(
            $"require, other CA, {version}",
            new SiteOutcomes(Outcomes.NotNamed, $"unknown_ca (48) {when}"),
            "SSLVerifyClient require",
            "SSLCACertificateFile other-ca.pem",
            protocol),
        Site(
            $"require, names us, trusts another, {version}",
            new SiteOutcomes(Refused, $"unknown_ca (48) {when}"),
            "SSLVerifyClient require",
            "SSLCACertificateFile other-ca.pem",
            "SSLCADNRequestFile client-ca.pem",
            protocol),
        Site(
            $"require, CRL, {version}",
            verified with { Revoked = "ClientCertificateRevoked", RevokedWords = $"certificate_revoked (44) {when}" },
            "SSLVerifyClient require",
            Ours,
            "SSLCARevocationFile list.pem",
            "SSLCARevocationCheck leaf",
            protocol),
    ];

    private static string VirtualHost(Site site) => $"""
        <VirtualHost 127.0.0.1:{site.Port}>
        SSLEngine on
        SSLCertificateFile server.pem
        SSLCertificateKeyFile server.key
        {Lines(site.Directives)}
        </VirtualHost>
        """;

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static Site Site(string setup, SiteOutcomes expected, params string[] directives) =>
        new("Apache", setup, directives) { Expected = expected };
}
