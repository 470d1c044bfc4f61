using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using NaccsCert.Sandbox.Behavior;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.Authority;

/// <summary>The client CA: issues client certificates and signs what is said about their revocation.</summary>
internal sealed class ClientAuthority : IDisposable
{
    private readonly Lock _signing = new();
    private readonly List<X509Certificate2> _chain;
    private readonly RSA _key;

    private ClientAuthority(List<X509Certificate2> chain)
    {
        _chain = chain;
        _key = Certificate.GetRSAPrivateKey()!;
    }

    /// <summary>The CA that issues.</summary>
    public X509Certificate2 Certificate => _chain[^1];

    /// <summary>The root above it, which may be itself.</summary>
    public X509Certificate2 Root => _chain[0];

    /// <summary>All CAs from the root to the one that issues.</summary>
    public IReadOnlyList<X509Certificate2> Chain => _chain;

    /// <summary>The CA of a data folder, made at the first start.</summary>
    public static ClientAuthority LoadOrCreate(DataFolder folder, HierarchyBehavior behavior) =>
        new(ClientHierarchy.LoadOrCreate(folder, behavior));

    /// <summary>Whether certificates with this validity lie within the CA's own.</summary>
    public static bool Covers(CertificatePeriod period) =>
        period.NotBefore >= ClientHierarchy.Period.NotBefore && period.NotAfter <= ClientHierarchy.Period.NotAfter;

    public void Dispose()
    {
        _key.Dispose();
        foreach (X509Certificate2 certificate in _chain)
        {
            certificate.Dispose();
        }
    }

    /// <summary>Issues a client certificate.</summary>
    public X509Certificate2 Issue(CertificateOrder order, CertificatePeriod period)
    {
        var request = new CertificateRequest(order.Name.Subject, order.PublicKey, HashAlgorithmName.SHA256);
        foreach (X509Extension extension in ClientExtensions.For(order, Certificate))
        {
            request.CertificateExtensions.Add(extension);
        }

        // The framework does not promise that one RSA object may be used by two threads.
        lock (_signing)
        {
            return request.Create(
                Certificate.SubjectName,
                X509SignatureGenerator.CreateForRSA(_key, RSASignaturePadding.Pkcs1),
                period.NotBefore,
                period.NotAfter,
                SerialNumber.Next());
        }
    }

    /// <summary>Signs with RSA (PKCS #1 v1.5) and SHA-256.</summary>
    public byte[] Sign(byte[] content)
    {
        lock (_signing)
        {
            return _key.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
    }

    /// <summary>Signs a revocation list (RFC 5280 section 5).</summary>
    /// <param name="revoked">Serial numbers in hexadecimal, with the time of revocation.</param>
    /// <param name="now">The time that the list is good from. It is good for a week.</param>
    /// <returns>The list, DER.</returns>
    public byte[] SignRevocationList(IEnumerable<(string Serial, DateTimeOffset RevokedAt)> revoked, DateTimeOffset now)
    {
        var builder = new CertificateRevocationListBuilder();
        foreach ((string serial, DateTimeOffset revokedAt) in revoked)
        {
            builder.AddEntry(Convert.FromHexString(serial), revokedAt);
        }

        lock (_signing)
        {
            return builder.Build(
                Certificate, now.ToUnixTimeMilliseconds(), now.AddDays(7), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, now);
        }
    }
}
