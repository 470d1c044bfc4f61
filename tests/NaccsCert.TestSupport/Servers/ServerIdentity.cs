using System;
using System.IO;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.TestSupport.Certificates;

namespace NaccsCert.TestSupport.Servers;

/// <summary>Owns the TLS certificate of a server, and what it sends along with it.</summary>
/// <param name="Certificate">The certificate, with its key.</param>
/// <param name="Chain">The certificates that are sent along; null for none.</param>
internal sealed record ServerIdentity(X509Certificate2 Certificate, X509Certificate2Collection? Chain = null) : IDisposable
{
    /// <summary>Issues a certificate for a name or an address.</summary>
    public static ServerIdentity Issue(TestAuthority root, string host) => new(root.IssueServer(host));

    /// <summary>Loads the certificate of a sandbox, so that a client that trusts the sandbox trusts the server as well.</summary>
    public static ServerIdentity Of(SandboxProcess sandbox)
    {
        string path = Path.Combine(sandbox.DataDirectory, "tls-server.pem");
        using X509Certificate2 ephemeral = X509Certificate2.CreateFromPemFile(path, Path.ChangeExtension(path, ".key"));

        // SChannel cannot serve a key that was never stored.
        return new ServerIdentity(
            X509CertificateLoader.LoadPkcs12(ephemeral.Export(X509ContentType.Pfx), null),
            [X509CertificateLoader.LoadCertificateFromFile(sandbox.TlsRootPath)]);
    }

    public void Dispose()
    {
        Certificate.Dispose();
        foreach (X509Certificate2 certificate in Chain ?? [])
        {
            certificate.Dispose();
        }
    }
}
