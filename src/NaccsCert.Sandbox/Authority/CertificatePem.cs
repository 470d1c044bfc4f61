using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.Authority;

/// <summary>A certificate and its key as two PEM files: <c>name.pem</c> and, for the owner only, <c>name.key</c>.</summary>
internal static class CertificatePem
{
    /// <summary>Reads both files.</summary>
    /// <returns>The certificate with its key, or null if it was never written.</returns>
    public static X509Certificate2? Load(string path) =>
        File.Exists(path) ? X509Certificate2.CreateFromPemFile(path, KeyFile(path)) : null;

    /// <summary>Writes both files. The key goes first, so that a certificate is never there without it.</summary>
    public static void Save(string path, X509Certificate2 certificate, AsymmetricAlgorithm key)
    {
        PrivateFiles.Write(KeyFile(path), key.ExportPkcs8PrivateKeyPem() + "\n");
        PrivateFiles.Write(path, certificate.ExportCertificatePem() + "\n");
    }

    private static string KeyFile(string path) => Path.ChangeExtension(path, ".key");
}
