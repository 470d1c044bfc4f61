using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using NaccsCert.TestSupport;

namespace NaccsCert.Benchmarks.Listing;

/// <summary>A store with the certificates of many terminals, each with its key, and the service that has issued them.</summary>
internal sealed class ManyCertificates
{
    private const string Issuer = "Benchmark Client CA";

    private ManyCertificates(string storeName, string definition) => (StoreName, Definition) = (storeName, definition);

    /// <summary>The name of the store, in the location of the user.</summary>
    public string StoreName { get; }

    /// <summary>The file of the service definition.</summary>
    public string Definition { get; }

    /// <summary>Fills a store of the user whose home this process has.</summary>
    /// <param name="folder">The folder that gets the definition and the root.</param>
    /// <param name="count">The number of certificates.</param>
    public static ManyCertificates Make(ScratchDirectory folder, int count)
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var rootRequest = new CertificateRequest($"CN={Issuer}", rootKey, HashAlgorithmName.SHA256);
        rootRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using X509Certificate2 root = rootRequest.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-2), DateTimeOffset.UtcNow.AddDays(400));

        string storeName = "NaccsCertBenchmark";
        using var store = new X509Store(storeName, StoreLocation.CurrentUser);
        store.Open(OpenFlags.ReadWrite);
        for (int number = 1; number <= count; number++)
        {
            using X509Certificate2 certificate = Issue(root, number);
            store.Add(certificate);
        }

        File.WriteAllText(folder.Member("root.pem"), root.ExportCertificatePem());
        File.WriteAllBytes(folder.Member("service.json"), Define(root));
        return new ManyCertificates(storeName, folder.Member("service.json"));
    }

    private static X509Certificate2 Issue(X509Certificate2 root, int number)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN=1BEN{number:D4}", key, HashAlgorithmName.SHA256);
        using X509Certificate2 bare = request.Create(
            root, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(300), BitConverter.GetBytes(number).Append((byte)1).ToArray());
        return X509CertificateLoader.LoadPkcs12(
            bare.CopyWithPrivateKey(key).Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable | X509KeyStorageFlags.PersistKeySet);
    }

    private static byte[] Define(X509Certificate2 root) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
    {
        schemaVersion = 1,
        name = "benchmark",
        displayName = "Benchmark",
        enrollment = new { protocol = "est", url = "https://elsewhere.invalid/.well-known/est", user = "{code1}", password = "{code2}{code3}" },
        issuer = Issuer,
        validity = "P5Y1M",
        renewalWindow = "P28D",
        hosts = Array.Empty<object>(),
        trustAnchors = new[] { new { name = "Root", sha256 = root.GetCertHashString(HashAlgorithmName.SHA256), file = "root.pem" } },
    }));
}
