using System;
using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace NaccsCert.Module.Tests.Commands.Support;

/// <summary>A certification authority of the tests: a root, and below it the issuer of client certificates.</summary>
internal sealed class TestAuthority
{
    /// <summary>The issuer that the sandbox's definition names.</summary>
    public const string UsualIssuer = "NACCS Client CA";

    private readonly byte[] _root;
    private readonly byte[] _issuer;
    private readonly byte[] _issuerKey;
    private readonly string _name = "Root " + Guid.NewGuid().ToString("N");

    /// <summary>Makes one.</summary>
    public TestAuthority(string issuer = UsualIssuer)
    {
        using ECDsa rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using ECDsa issuerKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 root = Authority(_name, rootKey)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-1), DateTimeOffset.UtcNow.AddYears(1));
        CertificateRequest request = Authority(issuer, issuerKey);
        request.CertificateExtensions.Add(IssuedWith(root));
        using X509Certificate2 issuing = request.Create(root, root.NotBefore, root.NotAfter, RandomNumberGenerator.GetBytes(8));
        _root = root.RawData;
        _issuer = issuing.RawData;
        _issuerKey = issuerKey.ExportPkcs8PrivateKey();
    }

    /// <summary>The root, without its key.</summary>
    public X509Certificate2 Root => X509CertificateLoader.LoadCertificate(_root);

    /// <summary>The issuer of client certificates, without its key.</summary>
    public X509Certificate2 Issuer => X509CertificateLoader.LoadCertificate(_issuer);

    /// <summary>Issues a certificate for a terminal, and joins it to a new key.</summary>
    /// <param name="terminal">The name of the terminal.</param>
    /// <param name="days">For how many days it will last, or since how many it has ended.</param>
    public X509Certificate2 Issue(string terminal, int days = 10)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 bare = Sign(new CertificateRequest($"CN={terminal}", key, HashAlgorithmName.SHA256), days);
        return bare.CopyWithPrivateKey(key);
    }

    /// <summary>Issues a certificate for a request of whatever kind of key.</summary>
    /// <param name="request">The request as PEM.</param>
    /// <returns>The certificate as PEM.</returns>
    public string IssueFor(string request)
    {
        CertificateRequest asked = CertificateRequest.LoadSigningRequestPem(
            request, HashAlgorithmName.SHA256, signerSignaturePadding: RSASignaturePadding.Pkcs1);
        using X509Certificate2 issued = Sign(asked, days: 10);
        return issued.ExportCertificatePem();
    }

    /// <summary>Issues a certificate for a request, with the issuer's own.</summary>
    /// <param name="request">The request as PEM.</param>
    /// <returns>A certs-only CMS message, DER.</returns>
    public byte[] IssueChainFor(string request)
    {
        using var issued = X509Certificate2.CreateFromPem(IssueFor(request));
        return new X509Certificate2Collection { issued, Issuer }.Export(X509ContentType.Pkcs7)!;
    }

    /// <summary>Makes the root the only one that a service definition knows for client certificates.</summary>
    /// <param name="file">Where to write it.</param>
    public Action<JsonNode> Pin(string file) => json =>
    {
        File.WriteAllText(file, Root.ExportCertificatePem());
        JsonArray anchors = json["trustAnchors"]!.AsArray();
        anchors.RemoveAll(anchor => (string?)anchor!["purpose"] == "client");
        anchors.Add(new JsonObject
        {
            ["name"] = _name,
            ["purpose"] = "client",
            ["sha256"] = Root.GetCertHashString(HashAlgorithmName.SHA256),
            ["file"] = file,
        });
    };

    private X509Certificate2 Sign(CertificateRequest request, int days)
    {
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(_issuerKey, out _);
        request.CertificateExtensions.Add(IssuedWith(Issuer));
        return request.Create(
            Issuer.SubjectName,
            X509SignatureGenerator.CreateForECDsa(key),
            DateTimeOffset.UtcNow.AddDays(-30),
            DateTimeOffset.UtcNow.AddDays(days),
            RandomNumberGenerator.GetBytes(8));
    }

    private static CertificateRequest Authority(string name, ECDsa key)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request;
    }

    // Many authorities of the tests share a name, and the user's stores may have them all.
    private static X509AuthorityKeyIdentifierExtension IssuedWith(X509Certificate2 issuer) =>
        X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, includeKeyIdentifier: true, includeIssuerAndSerial: false);
}
