using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Sandbox.Behavior;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.Authority;

/// <summary>The client CAs of a data folder, from the root to the one that issues.</summary>
internal static class ClientHierarchy
{
    // The span is wide because --now may move the clock to and fro over one data folder.
    public static readonly CertificatePeriod Period = new(
        new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2070, 1, 1, 0, 0, 0, TimeSpan.Zero));

    // No more than a service must have, for each new data folder waits for two of them, of which larger ones take many times as long.
    private const int KeySize = 2048;

    /// <summary>The CAs with their keys, made at the first start. The caller disposes of them.</summary>
    /// <param name="folder">Where they are kept.</param>
    /// <param name="behavior">Which ones to make.</param>
    public static List<X509Certificate2> LoadOrCreate(DataFolder folder, HierarchyBehavior behavior)
    {
        return CertificatePem.Load(folder.ClientCaFile) is { } root ? Load(folder, root) : Create(folder, behavior);
    }

    /// <summary>A CSR for a CA with a new key.</summary>
    public static CertificateRequest Request(X500DistinguishedName name, RSA key) =>
        new(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <summary>A key for a CA.</summary>
    public static RSA NewKey() => RSA.Create(KeySize);

    // As many as the root allows were made.
    private static List<X509Certificate2> Load(DataFolder folder, X509Certificate2 root)
    {
        var chain = new List<X509Certificate2> { root };
        for (int depth = 1; depth <= CaCertificate.PathLength(root); depth++)
        {
            chain.Add(CertificatePem.Load(folder.IntermediateCaFile(depth))
                ?? throw new SandboxException($"{folder.IntermediateCaFile(depth)} is missing; give an empty data folder."));
        }

        return chain;
    }

    // The root is written last: where it is, the others are.
    private static List<X509Certificate2> Create(DataFolder folder, HierarchyBehavior behavior)
    {
        var names = new CaNames(behavior);
        using RSA rootKey = NewKey();
        X509Certificate2 root = CaCertificate.SelfSign(Request(names.At(0), rootKey), Period, behavior.Intermediates);
        var chain = new List<X509Certificate2> { root };
        for (int depth = 1; depth <= behavior.Intermediates; depth++)
        {
            using RSA key = NewKey();
            using X509Certificate2 certificate = CaCertificate.Certify(Request(names.At(depth), key), chain[^1], behavior.Intermediates - depth);
            CertificatePem.Save(folder.IntermediateCaFile(depth), certificate, key);
            chain.Add(certificate.CopyWithPrivateKey(key));
        }

        CertificatePem.Save(folder.ClientCaFile, root, rootKey);
        return chain;
    }
}
