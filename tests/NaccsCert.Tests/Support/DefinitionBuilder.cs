using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using NaccsCert.Services;
using NaccsCert.TestSupport.Certificates;

namespace NaccsCert.Tests.Support;

/// <summary>The JSON of a service definition, which a test may bend before it is read.</summary>
internal sealed class DefinitionBuilder
{
    private readonly Dictionary<string, byte[]> _files = [];

    public DefinitionBuilder(Uri origin) => Json = JsonNode.Parse(
        $$"""
        {
          "schemaVersion": 1,
          "name": "fake",
          "displayName": "Fake service",
          "enrollment": {
            "protocol": "est",
            "url": "{{new Uri(origin, "/.well-known/est/fake").AbsoluteUri}}",
            "user": "{code1}",
            "password": "{code2}{code3}"
          },
          "issuer": "{{TestAuthority.ClientCA}}",
          "validity": "P5Y1M",
          "renewalWindow": "P28D",
          "hosts": [
            { "role": "CertificateService", "host": "{{origin.Host}}", "port": {{origin.Port}}, "environment": "Test" }
          ],
          "trustAnchors": []
        }
        """)!.AsObject();

    public JsonObject Json { get; }

    /// <summary>Adds a trust anchor with its file.</summary>
    public DefinitionBuilder Pin(string purpose, X509Certificate2 root)
    {
        string sha256 = Convert.ToHexString(SHA256.HashData(root.RawData));
        _files[sha256 + ".pem"] = Encoding.ASCII.GetBytes(root.ExportCertificatePem());
        Json["trustAnchors"]!.AsArray().Add(new JsonObject
        {
            ["name"] = root.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
            ["purpose"] = purpose,
            ["sha256"] = sha256,
            ["file"] = sha256 + ".pem",
        });
        return this;
    }

    /// <summary>Forgets the trust anchors.</summary>
    public DefinitionBuilder Unpin()
    {
        Json["trustAnchors"] = new JsonArray();
        return this;
    }

    /// <summary>Names the maintenance window.</summary>
    public DefinitionBuilder Maintain(int weekOfMonth, DayOfWeek day, string start, string duration)
    {
        Json["maintenance"] = new JsonObject
        {
            ["weekOfMonth"] = weekOfMonth,
            ["dayOfWeek"] = day.ToString(),
            ["start"] = start,
            ["duration"] = duration,
            ["timeZone"] = "Asia/Tokyo",
        };
        return this;
    }

    /// <summary>Bends the JSON.</summary>
    public DefinitionBuilder With(Action<JsonObject> change)
    {
        change(Json);
        return this;
    }

    public ServiceDefinition Build() =>
        ServiceDefinitionParser.Parse(Encoding.UTF8.GetBytes(Json.ToJsonString()), "test.json", ReadFile);

    /// <summary>What a file of the definition holds.</summary>
    public byte[] ReadFile(string name) =>
        _files.TryGetValue(name, out byte[]? content) ? content : throw new System.IO.FileNotFoundException(name);
}
