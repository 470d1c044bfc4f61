using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Sandbox.Authority;

/// <summary>Certificates that belong to nothing.</summary>
internal static class JunkCertificates
{
    /// <summary>Makes so many self-signed CAs, DER. Every other one bears the name of the real one.</summary>
    /// <param name="count">How many.</param>
    /// <param name="name">The name of the CA that issues client certificates.</param>
    public static List<byte[]> Make(int count, X500DistinguishedName name)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Enumerable.Range(1, count).Select(number => Encoded(number % 2 == 0 ? name : Name(number), key)).ToList();
    }

    private static byte[] Encoded(X500DistinguishedName name, ECDsa key)
    {
        using X509Certificate2 certificate = CaCertificate.SelfSign(
            new CertificateRequest(name, key, HashAlgorithmName.SHA256), ClientHierarchy.Period);
        return certificate.RawData;
    }

    private static X500DistinguishedName Name(int number) =>
        DistinguishedNames.Of([(DistinguishedNames.CommonName, $"Junk CA {number.ToString(CultureInfo.InvariantCulture)}")]);
}
