using System.Formats.Asn1;
using System.Linq;
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

    /// <summary>For the same subject and subject alternative name as a certificate.</summary>
    public static byte[] ToRenew(ECDsa key, X509Certificate2 current)
    {
        var request = new CertificateRequest(current.SubjectName, key, HashAlgorithmName.SHA256);
        foreach (X509Extension name in current.Extensions.Where(extension => extension.Oid!.Value == "2.5.29.17"))
        {
            request.CertificateExtensions.Add(name);
        }

        return request.CreateSigningRequest();
    }

    /// <summary>With a challengePassword (RFC 2985 section 5.4.1).</summary>
    public static byte[] WithChallengePassword(ECDsa key, string password, UniversalTagNumber stringType = UniversalTagNumber.UTF8String)
    {
        var value = new AsnWriter(AsnEncodingRules.DER);
        value.WriteCharacterString(stringType, password);
        var request = new CertificateRequest("CN=any", key, HashAlgorithmName.SHA256);
        request.OtherRequestAttributes.Add(new AsnEncodedData("1.2.840.113549.1.9.7", value.Encode()));
        return request.CreateSigningRequest();
    }

    public static byte[] For(ECDsa key, X500DistinguishedName subject) =>
        new CertificateRequest(subject, key, HashAlgorithmName.SHA256).CreateSigningRequest();
}
