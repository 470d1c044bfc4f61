using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Sandbox.Tests;

/// <summary>Keys and CSRs, made by the framework.</summary>
internal static class Requests
{
    /// <summary>A fast key, for where the kind does not matter.</summary>
    public static ECDsa NewKey() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static byte[] For(ECDsa key, string subject = "CN=any") =>
        new CertificateRequest(subject, key, HashAlgorithmName.SHA256).CreateSigningRequest();

    public static byte[] For(RSA key, string subject = "CN=any") =>
        new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSigningRequest();

    public static byte[] For(ECDsa key, X500DistinguishedName subject) =>
        new CertificateRequest(subject, key, HashAlgorithmName.SHA256).CreateSigningRequest();
}
