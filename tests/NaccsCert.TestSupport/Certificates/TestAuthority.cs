using System;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.TestSupport.Certificates;

/// <summary>Issues certificates, valid or not, as a CA of a test.</summary>
internal sealed class TestAuthority : IDisposable
{
    /// <summary>The name of the CA that issues client certificates.</summary>
    public const string ClientCA = "NACCS Client CA";

    private readonly ECDsa _key = NewKey();

    /// <summary>Makes a root CA.</summary>
    /// <param name="name">The common name.</param>
    /// <param name="notAfter">The end of its validity; null for 20 years from now.</param>
    public TestAuthority(string name, DateTimeOffset? notAfter = null) => Certificate = AuthorityRequest(name, _key)
        .CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-10), notAfter ?? DateTimeOffset.UtcNow.AddYears(20));

    /// <summary>Makes an intermediate CA.</summary>
    /// <param name="name">The common name.</param>
    /// <param name="issuer">The CA above it.</param>
    public TestAuthority(string name, TestAuthority issuer)
    {
        using X509Certificate2 bare = issuer.Sign(
            AuthorityRequest(name, _key), DateTimeOffset.UtcNow.AddYears(-1), DateTimeOffset.UtcNow.AddYears(1));
        Certificate = bare.CopyWithPrivateKey(_key);
    }

    /// <summary>The CA certificate, with its key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Makes an ECDSA P-256 key.</summary>
    public static ECDsa NewKey() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>A DER PKCS#10 request for a new key.</summary>
    public static byte[] NewRequest()
    {
        using ECDsa key = NewKey();
        return new CertificateRequest("CN=any", key, HashAlgorithmName.SHA256).CreateSigningRequest();
    }

    /// <summary>The public key of a DER PKCS#10 request.</summary>
    public static PublicKey KeyOf(byte[] certificationRequest) => CertificateRequest.LoadSigningRequest(
        certificationRequest, HashAlgorithmName.SHA256, CertificateRequestLoadOptions.UnsafeLoadCertificateExtensions).PublicKey;

    /// <summary>Loads a PEM PKCS#10 request for a key of any kind.</summary>
    public static PublicKey KeyOf(string certificationRequest) => CertificateRequest.LoadSigningRequestPem(
        certificationRequest, HashAlgorithmName.SHA256, signerSignaturePadding: RSASignaturePadding.Pkcs1).PublicKey;

    /// <summary>Issues a client certificate.</summary>
    public X509Certificate2 Issue(PublicKey key, ClientProfile? profile = null)
    {
        ClientProfile wanted = profile ?? new ClientProfile();
        var request = new CertificateRequest(
            new X500DistinguishedName($"CN={wanted.Terminal}"), key, HashAlgorithmName.SHA256);
        if (wanted.Usage is { } usage)
        {
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], critical: false));
        }

        if (wanted.Extension is { } extension)
        {
            request.CertificateExtensions.Add(extension);
        }

        if (wanted.RevocationList is { } address)
        {
            request.CertificateExtensions.Add(
                CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([address.AbsoluteUri]));
        }

        if (wanted.Responder is { } responder)
        {
            request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension([responder.AbsoluteUri], null));
        }

        return Sign(request, wanted.NotBefore, wanted.NotAfter);
    }

    /// <summary>Issues a client certificate that is joined to a new key.</summary>
    public X509Certificate2 IssueWithKey(ClientProfile? profile = null)
    {
        using ECDsa key = NewKey();
        using X509Certificate2 bare = Issue(new PublicKey(key), profile);
        return bare.CopyWithPrivateKey(key);
    }

    /// <summary>Issues a TLS server certificate, with its key, for an address or a name.</summary>
    /// <param name="host">The address or name.</param>
    /// <param name="caIssuers">Where it says that its issuer's certificate can be fetched (RFC 5280, section 4.2.2.1); null for nowhere.</param>
    public X509Certificate2 IssueServer(string host, Uri? caIssuers = null)
    {
        using ECDsa key = NewKey();
        var request = new CertificateRequest("CN=server", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(host, out IPAddress? address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(host);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        if (caIssuers is not null)
        {
            request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension([], [caIssuers.AbsoluteUri]));
        }

        using X509Certificate2 bare = Sign(request, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(30));
        using X509Certificate2 joined = bare.CopyWithPrivateKey(key);

        // SChannel cannot serve a key that was never stored.
        return X509CertificateLoader.LoadPkcs12(joined.Export(X509ContentType.Pfx), null);
    }

    /// <summary>A certificate with this root's subject that another CA has issued.</summary>
    public X509Certificate2 CrossCertify(TestAuthority subject)
    {
        CertificateRequest request = AuthorityRequest(subject.Certificate.GetNameInfo(X509NameType.SimpleName, false), subject._key);
        return Sign(request, DateTimeOffset.UtcNow.AddYears(-1), DateTimeOffset.UtcNow.AddYears(1));
    }

    /// <summary>Signs OCSP responses (RFC 6960, section 4.2.2.2) itself.</summary>
    public OcspSigner AsResponder() => OcspSigner.With(_key);

    /// <summary>Signs a revocation list (RFC 5280, section 5) that is current until <paramref name="nextUpdate"/>.</summary>
    public byte[] SignRevocationList(DateTimeOffset nextUpdate, params X509Certificate2[] revoked)
    {
        var builder = new CertificateRevocationListBuilder();
        Array.ForEach(revoked, certificate => builder.AddEntry(certificate, reason: X509RevocationReason.KeyCompromise));
        return builder.Build(Certificate, 1, nextUpdate, HashAlgorithmName.SHA256, thisUpdate: nextUpdate.AddDays(-7));
    }

    /// <summary>Disposes of the CA certificate and its key.</summary>
    public void Dispose()
    {
        Certificate.Dispose();
        _key.Dispose();
    }

    private static CertificateRequest AuthorityRequest(string name, ECDsa key)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority());
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }

    private X509Certificate2 Sign(CertificateRequest request, DateTimeOffset notBefore, DateTimeOffset notAfter)
    {
        // Many authorities of the tests share a name, and the user's stores may have them all.
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(
            Certificate, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        byte[] serial = RandomNumberGenerator.GetBytes(16);
        serial[0] &= 0x7F;
        return request.Create(
            Certificate.SubjectName, X509SignatureGenerator.CreateForECDsa(_key), notBefore, notAfter, serial);
    }
}
