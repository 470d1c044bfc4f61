using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.Harnesses.SignIn.Sites;

/// <summary>Sites of nginx, which completes every handshake and refuses certificates by its answer.</summary>
internal static class NginxSites
{
    /// <summary>The program, of Debian's package nginx.</summary>
    public const string Program = "/usr/sbin/nginx";

    private const string Ours = "ssl_client_certificate client-ca.pem;";

    /// <summary>The sites.</summary>
    public static IReadOnlyList<Site> List() =>
    [
        Site("verify on", Outcomes.Nginx, "ssl_verify_client on;", Ours),
        Site("verify on, TLS 1.2", Outcomes.Nginx, "ssl_verify_client on;", Ours, "ssl_protocols TLSv1.2;"),
        Site("verify on, TLS 1.3", Outcomes.Nginx, "ssl_verify_client on;", Ours, "ssl_protocols TLSv1.3;"),
        Site("verify optional", Outcomes.Nginx, "ssl_verify_client optional;", Ours),
        Site(
            "verify on, other CA",
            new SiteOutcomes(Outcomes.NotNamed, "CN=Other CA") { ExpiredWords = Outcomes.NginxWords },
            "ssl_verify_client on;",
            "ssl_client_certificate other-ca.pem;"),
        Site(
            "verify optional_no_ca, other CA",
            new SiteOutcomes(Outcomes.NotNamed, "HTTP 200") { ExpiredWords = Outcomes.NginxWords },
            "ssl_verify_client optional_no_ca;",
            "ssl_client_certificate other-ca.pem;"),
        Site("verify optional_no_ca, no CA", Outcomes.Nginx, "ssl_verify_client optional_no_ca;"),
        Site(
            "verify on, CRL",
            Outcomes.Nginx with { Revoked = "ClientCertificateForbidden", RevokedWords = Outcomes.NginxWords },
            "ssl_verify_client on;",
            Ours,
            "ssl_crl list.pem;"),
        Site("verify on, 403", Outcomes.Forbidden, "ssl_verify_client on;", Ours, "location = / { deny all; }"),
        Site("verify off", Outcomes.NotRequested),
    ];

    /// <summary>The configuration of sites.</summary>
    /// <param name="sites">The sites.</param>
    /// <param name="files">Where the files are.</param>
    public static string Configure(IEnumerable<Site> sites, SiteFiles files) => $$"""
        daemon off;
        pid {{files.Path("nginx.pid")}};
        error_log stderr;
        events { }
        http {
          access_log off;
          client_body_temp_path {{files.Path("nginx-body")}};
          proxy_temp_path {{files.Path("nginx-proxy")}};
          fastcgi_temp_path {{files.Path("nginx-fastcgi")}};
          uwsgi_temp_path {{files.Path("nginx-uwsgi")}};
          scgi_temp_path {{files.Path("nginx-scgi")}};
          ssl_certificate server.pem;
          ssl_certificate_key server.key;
          ssl_protocols TLSv1.2 TLSv1.3;
        {{string.Concat(sites.Select(site => $$"""
              server { listen 127.0.0.1:{{site.Port}} ssl; location / { return 200 welcome; } {{string.Join(' ', site.Directives)}} }

            """))}}
        }
        """;

    private static Site Site(string setup, SiteOutcomes expected, params string[] directives) =>
        new("nginx", setup, directives) { Expected = expected };
}
