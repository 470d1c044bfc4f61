using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.Authority;

/// <summary>The root before the present one, of the same name (RFC 7030 section 4.1.3, RFC 4210 section 4.4).</summary>
internal static class OldRoot
{
    private static readonly TimeSpan Older = TimeSpan.FromDays(3650);

    /// <summary>OldWithOld, OldWithNew and NewWithOld, DER. The old root is made when it is first asked for.</summary>
    /// <param name="folder">Where it is kept.</param>
    /// <param name="root">The present root, with its key.</param>
    public static List<byte[]> Certificates(DataFolder folder, X509Certificate2 root)
    {
        using X509Certificate2 old = CertificatePem.Load(folder.OldClientCaFile) ?? Create(folder, root);
        int pathLength = CaCertificate.PathLength(root);
        using X509Certificate2 oldWithNew = CaCertificate.Certify(Of(old), root, pathLength);
        using X509Certificate2 newWithOld = CaCertificate.Certify(Of(root), old, pathLength);
        return [old.RawData, oldWithNew.RawData, newWithOld.RawData];
    }

    private static CertificateRequest Of(X509Certificate2 root) =>
        new(root.SubjectName, root.PublicKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static X509Certificate2 Create(DataFolder folder, X509Certificate2 root)
    {
        CertificatePeriod period = CertificatePeriod.Of(root);
        using RSA key = ClientHierarchy.NewKey();
        X509Certificate2 old = CaCertificate.SelfSign(
            ClientHierarchy.Request(root.SubjectName, key), period with { NotBefore = period.NotBefore - Older }, CaCertificate.PathLength(root));
        CertificatePem.Save(folder.OldClientCaFile, old, key);
        return old;
    }
}
