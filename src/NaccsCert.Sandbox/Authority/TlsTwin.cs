using System.Collections.Generic;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.Authority;

/// <summary>A TLS CA with two certificates for one key: one of its own, and one that leads to the sandbox's root.</summary>
internal static class TlsTwin
{
    private const string Name = "CN=NaccsCert Sandbox TLS CA";

    /// <summary>The self-signed certificate, then the one from the root; each with its key. The caller disposes of them.</summary>
    /// <exception cref="SandboxException">The root was made without room for a CA below it.</exception>
    public static IReadOnlyList<X509Certificate2> LoadOrCreate(DataFolder folder, X509Certificate2 root)
    {
        if (CaCertificate.PathLength(root) == 0)
        {
            throw new SandboxException("--tls-twin needs a new data folder: the root in this one certifies no other CA.");
        }

        return CertificatePem.Load(folder.TlsCaFile) is { } certified
            ? [CertificatePem.Load(folder.TlsCaTwinFile)!, certified]
            : Create(folder, root);
    }

    private static X509Certificate2[] Create(DataFolder folder, X509Certificate2 root)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        X509Certificate2 twin = CaCertificate.SelfSign(Request(key), CertificatePeriod.Of(root));
        CertificatePem.Save(folder.TlsCaTwinFile, twin, key);
        using X509Certificate2 certified = CaCertificate.Certify(Request(key), root, pathLength: 0);
        CertificatePem.Save(folder.TlsCaFile, certified, key);
        return [twin, certified.CopyWithPrivateKey(key)];
    }

    private static CertificateRequest Request(ECDsa key) => new(Name, key, HashAlgorithmName.SHA256);
}
