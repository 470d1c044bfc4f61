using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Validation;
using NaccsCert.Validation.Paths;

namespace NaccsCert.Tests.Validation;

/// <summary>A root, an intermediate and a client certificate, each as good or bad as a test needs it.</summary>
internal sealed class TestPath
{
    public const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    public AsymmetricAlgorithm AuthorityKey { get; init; } = NewKey();

    /// <summary>The key that signs the client certificate; null for the intermediate's.</summary>
    public AsymmetricAlgorithm? Signer { get; init; }

    public AsymmetricAlgorithm ClientKey { get; init; } = NewKey();

    public HashAlgorithmName ClientHash { get; init; } = HashAlgorithmName.SHA256;

    public IReadOnlyList<X509Extension> RootExtensions { get; init; } = Authority();

    public IReadOnlyList<X509Extension> AuthorityExtensions { get; init; } = Authority();

    public IReadOnlyList<X509Extension> ClientExtensions { get; init; } = [Usage(ClientAuthentication)];

    public X500DistinguishedName Client { get; init; } = new("CN=client");

    public DateTimeOffset ClientEnd { get; init; } = DateTimeOffset.UtcNow.AddDays(10);

    public static ECDsa NewKey() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static X509Extension Usage(params string[] usages)
    {
        var oids = new OidCollection();
        Array.ForEach(usages, usage => oids.Add(new Oid(usage)));
        return new X509EnhancedKeyUsageExtension(oids, critical: false);
    }

    public static IReadOnlyList<X509Extension> Authority(int? pathLength = null) =>
    [
        new X509BasicConstraintsExtension(true, pathLength is not null, pathLength ?? 0, critical: true),
        new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true),
    ];

    /// <summary>What the validator finds.</summary>
    public ChainResult Validate()
    {
        (byte[] root, byte[] authority, byte[] client) = Build();
        return ChainValidator.Validate(client, [authority], [root], new PathRules(ClientAuthentication, DateTimeOffset.UtcNow));
    }

    /// <summary>The certificates, from the root down.</summary>
    public (byte[] Root, byte[] Authority, byte[] Client) Build()
    {
        using ECDsa rootKey = NewKey();
        var rootName = new X500DistinguishedName("CN=root");
        var authorityName = new X500DistinguishedName("CN=authority");
        DateTimeOffset start = DateTimeOffset.UtcNow.AddDays(-20);
        byte[] root = Issue(Request(rootName, rootKey, HashAlgorithmName.SHA256, RootExtensions), rootName, rootKey, (start, start.AddYears(1)));
        byte[] authority = Issue(
            Request(authorityName, AuthorityKey, HashAlgorithmName.SHA256, AuthorityExtensions), rootName, rootKey, (start, start.AddYears(1)));
        byte[] client = Issue(
            Request(Client, ClientKey, ClientHash, ClientExtensions), authorityName, Signer ?? AuthorityKey, (start, ClientEnd));
        return (root, authority, client);
    }

    private static CertificateRequest Request(
        X500DistinguishedName name, AsymmetricAlgorithm key, HashAlgorithmName hash, IReadOnlyList<X509Extension> extensions)
    {
        CertificateRequest request = key is RSA rsa
            ? new CertificateRequest(name, rsa, hash, RSASignaturePadding.Pkcs1)
            : new CertificateRequest(name, (ECDsa)key, hash);
        foreach (X509Extension extension in extensions)
        {
            request.CertificateExtensions.Add(extension);
        }

        return request;
    }

    private static byte[] Issue(
        CertificateRequest request, X500DistinguishedName issuer, AsymmetricAlgorithm key, (DateTimeOffset From, DateTimeOffset To) validity)
    {
        X509SignatureGenerator generator = key is RSA rsa
            ? X509SignatureGenerator.CreateForRSA(rsa, RSASignaturePadding.Pkcs1)
            : new EllipticSigner((ECDsa)key);
        using X509Certificate2 certificate = request.Create(issuer, generator, validity.From, validity.To, [0x42, 0x01]);
        return certificate.RawData;
    }

    /// <summary>Signs with SHA-1 too, which the platform's own generator does not do any more.</summary>
    private sealed class EllipticSigner(ECDsa key) : X509SignatureGenerator
    {
        public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm) =>
            hashAlgorithm == HashAlgorithmName.SHA1
                ? [0x30, 0x09, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x01]
                : [0x30, 0x0A, 0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02];

        public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) =>
            key.SignData(data, hashAlgorithm, DSASignatureFormat.Rfc3279DerSequence);

        protected override PublicKey BuildPublicKey() => new(key);
    }
}
