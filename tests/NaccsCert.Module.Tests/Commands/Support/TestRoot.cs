using System;
using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using NaccsCert.TestSupport.Certificates;

namespace NaccsCert.Module.Tests.Commands.Support;

/// <summary>A root certificate that is in no store yet.</summary>
/// <param name="name">Its common name.</param>
internal sealed class TestRoot(string name) : IDisposable
{
    private readonly TestAuthority _authority = new(name);

    /// <summary>Its common name.</summary>
    public string Name => name;

    /// <summary>Its fingerprint, by which it is pinned.</summary>
    public string Sha256 => _authority.Certificate.GetCertHashString(HashAlgorithmName.SHA256);

    public void WritePem(string path) => File.WriteAllText(path, _authority.Certificate.ExportCertificatePem());

    public void WriteDer(string path) => File.WriteAllBytes(path, _authority.Certificate.RawData);

    /// <summary>Writes a certificate that it has issued.</summary>
    public void WriteIssued(string path, string subject)
    {
        using X509Certificate2 issued = _authority.IssueWithKey(new ClientProfile { Terminal = subject, Usage = null });
        File.WriteAllText(path, issued.ExportCertificatePem());
    }

    /// <summary>Makes it the only anchor of a service definition.</summary>
    /// <param name="file">The path of its file; null where the definition knows only its pin.</param>
    public Action<JsonNode> PinAlone(string? file) => json =>
    {
        var anchor = new JsonObject { ["name"] = Name, ["purpose"] = "server", ["sha256"] = Sha256 };
        if (file is not null)
        {
            anchor["file"] = file;
        }

        json["trustAnchors"] = new JsonArray(anchor);
    };

    /// <inheritdoc/>
    public void Dispose() => _authority.Dispose();
}
