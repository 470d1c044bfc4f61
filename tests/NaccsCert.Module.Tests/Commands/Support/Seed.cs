using System;
using System.Globalization;
using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace NaccsCert.Module.Tests.Commands.Support;

/// <summary>Puts certificates into the user's stores that no service would give out any more.</summary>
internal static class Seed
{
    /// <summary>The issuer by which the sandbox's certificates are known.</summary>
    private const string Issuer = "NACCS Client CA";

    /// <summary>Adds a certificate of another purpose.</summary>
    public static void SelfSigned(string storeName, string subject)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 certificate = new CertificateRequest(subject, key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(10));
        Add(storeName, certificate);
    }

    /// <summary>Adds a certificate of the service's issuer that ended yesterday, with its key.</summary>
    /// <returns>Its thumbprint.</returns>
    public static string Expired(string storeName, string terminal) =>
        Issue(storeName, terminal, DateTimeOffset.UtcNow.AddDays(-30), DateTimeOffset.UtcNow.AddDays(-1), withKey: true);

    /// <summary>Adds a certificate of the service's issuer that begins tomorrow, with its key.</summary>
    /// <returns>Its thumbprint.</returns>
    public static string NotYetValid(string storeName, string terminal) =>
        Issue(storeName, terminal, DateTimeOffset.UtcNow.AddDays(1), DateTimeOffset.UtcNow.AddDays(20), withKey: true);

    /// <summary>Adds a certificate of the service's issuer that is in force, but without its key.</summary>
    /// <returns>Its thumbprint.</returns>
    public static string WithoutKey(string storeName, string terminal) =>
        Issue(storeName, terminal, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(10), withKey: false);

    private static string Issue(
        string storeName, string terminal, DateTimeOffset notBefore, DateTimeOffset notAfter, bool withKey)
    {
        using ECDsa authority = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 bare = new CertificateRequest($"CN={terminal}", key, HashAlgorithmName.SHA256).Create(
            new X500DistinguishedName($"CN={Issuer}"),
            X509SignatureGenerator.CreateForECDsa(authority),
            notBefore,
            notAfter,
            RandomNumberGenerator.GetBytes(12));
        using X509Certificate2 joined = bare.CopyWithPrivateKey(key);
        Add(storeName, withKey ? joined : bare);
        Remember(storeName, bare);
        return bare.Thumbprint;
    }

    // As if the module had enrolled it: the record is what shows that it comes from the service.
    private static void Remember(string storeName, X509Certificate2 certificate)
    {
        string folder = Path.Combine(UserData.Folder, "history");
        string path = Path.Combine(folder, CommandTests.ServiceOf(storeName) + ".json");
        string sha256 = certificate.GetCertHashString(HashAlgorithmName.SHA256);
        JsonNode history = File.Exists(path)
            ? JsonNode.Parse(File.ReadAllText(path))!
            : JsonNode.Parse("""{ "version": 1, "certificates": [], "authorities": [] }""")!;
        history["certificates"]!.AsArray().Add(new JsonObject
        {
            ["sha256"] = sha256,
            ["rootSha256"] = sha256,
            ["enrolled"] = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        });
        Directory.CreateDirectory(folder);
        File.WriteAllText(path, history.ToJsonString());
    }

    private static void Add(string storeName, X509Certificate2 certificate)
    {
        using var store = new X509Store(storeName, StoreLocation.CurrentUser);
        store.Open(OpenFlags.ReadWrite);
        store.Add(certificate);
    }
}
