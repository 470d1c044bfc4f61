using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.Authority;

/// <summary>The client CA: issues client certificates and signs what is said about their revocation.</summary>
internal sealed class ClientAuthority : IDisposable
{
    /// <summary>The common name of the CA, which clients check.</summary>
    public const string Name = "NACCS Client CA";

    // The span is wide because --now may move the clock to and fro over one data folder.
    private static readonly DateTimeOffset NotBefore = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset NotAfter = new(2070, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _signing = new();
    private readonly RSA _key;

    private ClientAuthority(X509Certificate2 certificate)
    {
        Certificate = certificate;
        _key = certificate.GetRSAPrivateKey()!;
    }

    public X509Certificate2 Certificate { get; }

    /// <summary>The CA of a data folder, made at the first start.</summary>
    public static ClientAuthority LoadOrCreate(DataFolder folder)
    {
        if (CertificatePem.Load(folder.ClientCaFile) is not { } certificate)
        {
            using RSA key = RSA.Create(3072);
            var name = new X500DistinguishedName($"CN={Name}, O=NaccsCert Sandbox");
            var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            certificate = CaCertificate.SelfSign(request, NotBefore, NotAfter);
            CertificatePem.Save(folder.ClientCaFile, certificate, key);
        }

        return new ClientAuthority(certificate);
    }

    /// <summary>Whether certificates with this validity lie within the CA's own.</summary>
    public static bool Covers(DateTimeOffset notBefore, DateTimeOffset notAfter) =>
        notBefore >= NotBefore && notAfter <= NotAfter;

    public void Dispose()
    {
        _key.Dispose();
        Certificate.Dispose();
    }

    /// <summary>Issues a client certificate.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="publicKey">The key that was asked for.</param>
    /// <param name="validity">Not-before and not-after, in whole seconds.</param>
    /// <param name="revocation">Where its revocation can be asked about.</param>
    public X509Certificate2 Issue(
        X500DistinguishedName subject,
        PublicKey publicKey,
        (DateTimeOffset NotBefore, DateTimeOffset NotAfter) validity,
        RevocationAddresses revocation)
    {
        var request = new CertificateRequest(subject, publicKey, HashAlgorithmName.SHA256);
        foreach (X509Extension extension in ClientExtensions.For(publicKey, Certificate, revocation))
        {
            request.CertificateExtensions.Add(extension);
        }

        // The framework does not promise that one RSA object may be used by two threads.
        lock (_signing)
        {
            return request.Create(
                Certificate.SubjectName,
                X509SignatureGenerator.CreateForRSA(_key, RSASignaturePadding.Pkcs1),
                validity.NotBefore,
                validity.NotAfter,
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
