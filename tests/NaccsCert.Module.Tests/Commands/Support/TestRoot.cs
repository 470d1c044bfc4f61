using System;
using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace NaccsCert.Module.Tests.Commands.Support;

/// <summary>A root certificate that no store has seen yet.</summary>
internal sealed class TestRoot
{
    private readonly byte[] _der;
    private readonly byte[] _key;

    /// <summary>Makes one.</summary>
    public TestRoot(string name)
    {
        Name = name;
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using X509Certificate2 root = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));
        _der = root.RawData;
        _key = key.ExportPkcs8PrivateKey();
    }

    /// <summary>Its common name.</summary>
    public string Name { get; }

    /// <summary>Its fingerprint, by which it is pinned.</summary>
    public string Sha256 => Convert.ToHexString(SHA256.HashData(_der));

    public void WritePem(string path) => File.WriteAllText(path, PemEncoding.WriteString("CERTIFICATE", _der));

    public void WriteDer(string path) => File.WriteAllBytes(path, _der);

    /// <summary>Writes a certificate that it has issued.</summary>
    public void WriteIssued(string path, string name)
    {
        using ECDsa key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(_key, out _);
        using X509Certificate2 root = X509CertificateLoader.LoadCertificate(_der).CopyWithPrivateKey(key);
        using X509Certificate2 issued = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256)
            .Create(root, root.NotBefore, root.NotAfter, [1]);
        File.WriteAllText(path, issued.ExportCertificatePem());
    }

    /// <summary>Makes it the only anchor of a service definition.</summary>
    /// <param name="file">Where it lies; null where the definition knows only its pin.</param>
    public Action<JsonNode> PinAlone(string? file) => json =>
    {
        var anchor = new JsonObject { ["name"] = Name, ["purpose"] = "server", ["sha256"] = Sha256 };
        if (file is not null)
        {
            anchor["file"] = file;
        }

        json["trustAnchors"] = new JsonArray(anchor);
    };
}
