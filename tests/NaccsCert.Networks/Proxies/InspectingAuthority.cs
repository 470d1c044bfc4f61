using System;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.TestSupport;

namespace NaccsCert.Networks.Proxies;

/// <summary>The root of a device that looks into TLS, and a certificate that it makes up for the loopback address.</summary>
internal sealed class InspectingAuthority : IDisposable
{
    /// <summary>The root's name.</summary>
    public const string Name = "Rehearsal Inspection Root";

    private readonly ScratchDirectory _folder = new();
    private readonly X509Certificate2 _root;
    private readonly X509Certificate2 _leaf;

    /// <summary>Makes both.</summary>
    public InspectingAuthority()
    {
        using ECDsa rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={Name}", rootKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        _root = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));
        _leaf = Issue();
        File.WriteAllText(RootPath, _root.ExportCertificatePem());
    }

    /// <summary>The root's certificate, PEM.</summary>
    public string RootPath => _folder.Member("inspection-root.pem");

    /// <summary>What to show to clients.</summary>
    public SslStreamCertificateContext Context => SslStreamCertificateContext.Create(_leaf, [_root], offline: true);

    public void Dispose()
    {
        _leaf.Dispose();
        _root.Dispose();
        _folder.Dispose();
    }

    private X509Certificate2 Issue()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_root, true, false));
        using X509Certificate2 issued = request.Create(_root, _root.NotBefore, _root.NotAfter, RandomNumberGenerator.GetBytes(8));
        return issued.CopyWithPrivateKey(key);
    }
}
