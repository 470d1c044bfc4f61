using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Wine.Checks;

/// <summary>Certificates as the service would issue them. Their keys stay outside of Wine.</summary>
internal sealed class TestCertificates : IDisposable
{
    /// <summary>The terminal that has a certificate.</summary>
    public const string Terminal = "1AAA0001";

    private const string ClientCA = "NACCS Client CA";

    private readonly X509Certificate2 _client;
    private readonly X509Certificate2 _other;

    /// <summary>Makes them.</summary>
    public TestCertificates()
    {
        using var key = RSA.Create(2048);
        _client = Issue(ClientCA, Terminal, key);
        _other = Issue("Somebody else's CA", "Somebody else", key);
    }

    /// <summary>A certificate of the issuer of NACCS, in force for another 999 days.</summary>
    public X509Certificate2 Client => _client;

    /// <summary>A certificate of another issuer.</summary>
    public X509Certificate2 Other => _other;

    public void Dispose()
    {
        _client.Dispose();
        _other.Dispose();
    }

    private static X509Certificate2 Issue(string issuer, string subject, RSA key) =>
        new CertificateRequest($"CN={subject}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).Create(
            new X500DistinguishedName($"CN={issuer}"),
            X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1),
            DateTimeOffset.UtcNow.AddDays(-1),
            DateTimeOffset.UtcNow.AddDays(999),
            [1]);
}
