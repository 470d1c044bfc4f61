using System;
using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using NaccsCert.TestSupport.Certificates;

namespace NaccsCert.Module.Tests.Commands.Support;

/// <summary>Issues client certificates below a root of its own.</summary>
internal sealed class ClientAuthority : IDisposable
{
    private readonly TestAuthority _root = new("Root " + Guid.NewGuid().ToString("N"));
    private readonly TestAuthority _issuer;

    /// <summary>Makes the root and the issuer.</summary>
    /// <param name="issuer">The name of the issuer; by default the one that the sandbox's definition names.</param>
    public ClientAuthority(string issuer = TestAuthority.ClientCA)
    {
        _issuer = new TestAuthority(issuer, _root);
        Root = X509CertificateLoader.LoadCertificate(_root.Certificate.RawData);
        Issuer = X509CertificateLoader.LoadCertificate(_issuer.Certificate.RawData);
    }

    /// <summary>The root, without its key.</summary>
    public X509Certificate2 Root { get; }

    /// <summary>The issuer of client certificates, without its key.</summary>
    public X509Certificate2 Issuer { get; }

    /// <summary>Issues a certificate for a terminal, with a new key.</summary>
    /// <param name="terminal">The name of the terminal.</param>
    /// <param name="days">The days until its end; negative when it has ended.</param>
    public X509Certificate2 Issue(string terminal, int days = 10) => _issuer.IssueWithKey(Profile(terminal, days));

    /// <summary>Issues a certificate for a terminal, for a public key of any kind.</summary>
    public X509Certificate2 Issue(string terminal, PublicKey key) => _issuer.Issue(key, Profile(terminal, days: 10));

    /// <summary>Issues a certificate for a request with a key of any kind.</summary>
    /// <param name="request">The request as PEM.</param>
    /// <returns>The certificate as PEM.</returns>
    public string IssueFor(string request)
    {
        using X509Certificate2 issued = _issuer.Issue(TestAuthority.KeyOf(request), Profile("1FAKE01", days: 10));
        return issued.ExportCertificatePem();
    }

    /// <summary>Issues a certificate for a request, together with the issuer's own.</summary>
    /// <param name="request">The request as PEM.</param>
    /// <returns>A certs-only CMS message, DER.</returns>
    public byte[] IssueChainFor(string request)
    {
        using var issued = X509Certificate2.CreateFromPem(IssueFor(request));
        return new X509Certificate2Collection { issued, Issuer }.Export(X509ContentType.Pkcs7)!;
    }

    /// <summary>Makes the root the only one that a service definition pins for client certificates.</summary>
    /// <param name="file">Where to write it.</param>
    public Action<JsonNode> Pin(string file) => json =>
    {
        File.WriteAllText(file, Root.ExportCertificatePem());
        JsonArray anchors = json["trustAnchors"]!.AsArray();
        anchors.RemoveAll(anchor => (string?)anchor!["purpose"] == "client");
        anchors.Add(new JsonObject
        {
            ["name"] = Root.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
            ["purpose"] = "client",
            ["sha256"] = Root.GetCertHashString(HashAlgorithmName.SHA256),
            ["file"] = file,
        });
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        Issuer.Dispose();
        Root.Dispose();
        _issuer.Dispose();
        _root.Dispose();
    }

    private static ClientProfile Profile(string terminal, int days) => new()
    {
        Terminal = terminal,
        Usage = null,
        NotBefore = DateTimeOffset.UtcNow.AddDays(-30),
        NotAfter = DateTimeOffset.UtcNow.AddDays(days),
    };
}
