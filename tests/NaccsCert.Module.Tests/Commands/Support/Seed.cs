using System;
using System.Globalization;
using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using NaccsCert.TestSupport.Certificates;

namespace NaccsCert.Module.Tests.Commands.Support;

/// <summary>Puts certificates into the user's stores that no service would issue any more.</summary>
internal static class Seed
{
    /// <summary>Adds a certificate of another purpose.</summary>
    public static void SelfSigned(string storeName, string subject)
    {
        using ECDsa key = TestAuthority.NewKey();
        using X509Certificate2 certificate = new CertificateRequest(subject, key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(10));
        Add(storeName, certificate);
    }

    /// <summary>Adds a certificate of the service's issuer that ended yesterday, with its key.</summary>
    /// <returns>Its thumbprint.</returns>
    public static string Expired(string storeName, string terminal) => Issue(storeName, terminal, fromDay: -30, toDay: -1, withKey: true);

    /// <summary>Adds a certificate of the service's issuer that begins tomorrow, with its key.</summary>
    /// <returns>Its thumbprint.</returns>
    public static string NotYetValid(string storeName, string terminal) => Issue(storeName, terminal, fromDay: 1, toDay: 20, withKey: true);

    /// <summary>Adds a certificate of the service's issuer that is valid, but without its key.</summary>
    /// <returns>Its thumbprint.</returns>
    public static string WithoutKey(string storeName, string terminal) => Issue(storeName, terminal, fromDay: -1, toDay: 10, withKey: false);

    private static string Issue(string storeName, string terminal, int fromDay, int toDay, bool withKey)
    {
        using var authority = new TestAuthority(TestAuthority.ClientCA);
        using X509Certificate2 issued = authority.IssueWithKey(new ClientProfile
        {
            Terminal = terminal,
            Usage = null,
            NotBefore = DateTimeOffset.UtcNow.AddDays(fromDay),
            NotAfter = DateTimeOffset.UtcNow.AddDays(toDay),
        });
        using X509Certificate2 bare = X509CertificateLoader.LoadCertificate(issued.RawData);
        Add(storeName, withKey ? issued : bare);
        Remember(storeName, bare);
        return issued.Thumbprint;
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

    /// <summary>Adds a certificate as any other program does: the module knows nothing of it.</summary>
    public static void Add(string storeName, X509Certificate2 certificate)
    {
        using var store = new X509Store(storeName, StoreLocation.CurrentUser);
        store.Open(OpenFlags.ReadWrite);
        store.Add(certificate);
    }
}
