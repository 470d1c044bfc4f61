using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Tests.Support;

/// <summary>A CA with RSA keys, as SCEP has them, and what it certifies.</summary>
internal sealed class ScepAuthority : IDisposable
{
    private readonly RSA _key = RSA.Create(2048);

    /// <param name="name">Its distinguished name.</param>
    public ScepAuthority(string name)
    {
        var request = new CertificateRequest(name, _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority());
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        Certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-1), DateTimeOffset.UtcNow.AddYears(10));
    }

    /// <summary>Its certificate, with its key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Issues a certificate.</summary>
    /// <param name="subject">The name.</param>
    /// <param name="key">The key.</param>
    /// <param name="usage">The extended key usage: for clients by default.</param>
    public X509Certificate2 Issue(X500DistinguishedName subject, PublicKey key, string usage = "1.3.6.1.5.5.7.3.2")
    {
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], critical: false));
        return request.Create(
            Certificate.SubjectName,
            X509SignatureGenerator.CreateForRSA(_key, RSASignaturePadding.Pkcs1),
            DateTimeOffset.UtcNow.AddHours(-1),
            DateTimeOffset.UtcNow.AddDays(300),
            RandomNumberGenerator.GetBytes(8));
    }

    /// <summary>Issues a certificate with a new RSA key.</summary>
    public X509Certificate2 IssueWithKey(string subject, string usage)
    {
        using var key = RSA.Create(2048);
        using X509Certificate2 bare = Issue(new X500DistinguishedName(subject), new PublicKey(key), usage);
        return bare.CopyWithPrivateKey(key);
    }

    public void Dispose()
    {
        Certificate.Dispose();
        _key.Dispose();
    }
}
