using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Harnesses.SignIn.Sites;
using NaccsCert.TestSupport.Certificates;

namespace NaccsCert.Harnesses.BrowserChoice;

/// <summary>A site of nginx that needs a client certificate, and shows which it has received; and the certificates of a user.</summary>
internal sealed class MutualTlsSite : IAsyncDisposable
{
    private const string Page = "<!DOCTYPE html><title>WebNACCS (example)</title><h1>Signed in</h1>"
        + "<p>Client certificate $ssl_client_serial</p><p>valid until $ssl_client_v_end</p>";

    private readonly SiteFiles _files = new();
    private readonly TestAuthority _other = new(UserCertificate.OfAnotherIssuer.Issuer!);
    private readonly Dictionary<UserCertificate, X509Certificate2> _certificates = [];
    private ServerProcess? _server;

    private MutualTlsSite()
    {
        foreach (UserCertificate certificate in UserCertificate.All)
        {
            X509Certificate2 issued = (certificate.Issuer is null ? _files.Authority : _other).IssueWithKey(
                new ClientProfile { NotBefore = certificate.NotBefore, NotAfter = certificate.NotAfter });
            File.WriteAllBytes(FileOf(certificate), issued.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, string.Empty));
            _certificates[certificate] = issued;
        }
    }

    /// <summary>Its address.</summary>
    public Uri Address => new($"https://{IPAddress.Loopback}:{Site.Port}/");

    private Site Site { get; } = new(
        "nginx",
        "verify on",
        "ssl_verify_client on;",
        "ssl_client_certificate user-ca.pem;",
        "keepalive_timeout 0;",
        $"location = / {{ default_type text/html; return 200 '{Page}'; }}")
    {
        Expected = Outcomes.Nginx,
    };

    /// <summary>Starts it.</summary>
    public static async Task<MutualTlsSite> StartAsync(CancellationToken cancellationToken)
    {
        var site = new MutualTlsSite();
        site._files.Write(
            "user-ca.pem", site._files.Authority.Certificate.ExportCertificatePem() + "\n" + site._other.Certificate.ExportCertificatePem() + "\n");
        string configuration = site._files.Write("nginx.conf", NginxSites.Configure([site.Site], site._files));
        site._server = await ServerProcess.StartAsync(
            NginxSites.Program, ["-p", site._files.FullPath, "-c", configuration, "-e", "stderr"], site.Site.Port, cancellationToken);
        return site;
    }

    /// <summary>Writes a service definition that names it.</summary>
    /// <returns>The path.</returns>
    public string Define() => SiteDefinition.Write(_files, [Site]);

    /// <summary>The file of a certificate, PKCS#12 without a password.</summary>
    public string FileOf(UserCertificate certificate) => _files.Path(certificate.Name.Replace(' ', '-') + ".p12");

    /// <summary>The certificate that a page of the site speaks of.</summary>
    /// <param name="page">The text of the page.</param>
    /// <returns>Its name; the text itself where it speaks of none.</returns>
    public string Received(string page) =>
        _certificates.FirstOrDefault(known => page.Contains(known.Value.SerialNumber, StringComparison.OrdinalIgnoreCase)).Key?.Name
        ?? page.ReplaceLineEndings(" ");

    /// <summary>The public key of a certificate.</summary>
    public byte[] KeyOf(UserCertificate certificate) => _certificates[certificate].PublicKey.EncodedKeyValue.RawData;

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        foreach (X509Certificate2 certificate in _certificates.Values)
        {
            certificate.Dispose();
        }

        _other.Dispose();
        _files.Dispose();
    }
}
