using System;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.TestSupport;

namespace NaccsCert.Module.Tests.Commands.Support;

/// <summary>Submits request files to the sandbox without the module.</summary>
internal static class SandboxClient
{
    /// <summary>Has a certificate issued (RFC 7030, section 4.2).</summary>
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="codes">Codes that were not used yet.</param>
    /// <param name="request">The request as PEM.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The certs-only CMS message, DER.</returns>
    public static async Task<byte[]> IssueAsync(
        SandboxProcess sandbox, CodeSet codes, string request, CancellationToken cancellationToken)
    {
        using X509Certificate2 root = X509CertificateLoader.LoadCertificateFromFile(sandbox.TlsRootPath);
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            CustomTrustStore = { root },
        };
        using var client = new HttpClient(handler);
        using var message = new HttpRequestMessage(
            HttpMethod.Post, new Uri(sandbox.Url, "/.well-known/est/NACCSClientCA/simpleenroll"));
        message.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{codes.Code1}:{codes.Code2}{codes.Code3}")));
        message.Content = new StringContent(
            string.Join("\r\n", request.Split('\n').Where(line => line.Length > 0 && !line.StartsWith('-'))) + "\r\n",
            new MediaTypeHeaderValue("application/pkcs10"));
        using HttpResponseMessage response = await client.SendAsync(message, cancellationToken);
        return Convert.FromBase64String(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellationToken));
    }

    /// <summary>The certificate that a certs-only message is about.</summary>
    public static X509Certificate2 CertificateIn(byte[] message)
    {
        var cms = new SignedCms();
        cms.Decode(message);
        return cms.Certificates.Single(certificate => certificate.Subject != certificate.Issuer);
    }

    /// <summary>All certificates of a message as PEM, behind one of a CA.</summary>
    /// <param name="message">A certs-only message.</param>
    /// <param name="authority">The certificate of a CA.</param>
    public static string TextOf(byte[] message, X509Certificate2 authority)
    {
        var cms = new SignedCms();
        cms.Decode(message);
        return string.Concat(cms.Certificates.OrderByDescending(certificate => certificate.Subject == certificate.Issuer)
            .Prepend(authority).Select(certificate => certificate.ExportCertificatePem() + "\r\n"));
    }
}
