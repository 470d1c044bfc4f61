using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Module.Tests.Commands.Support;

/// <summary>Makes PKCS#12 files (RFC 7292).</summary>
internal static class Pkcs12
{
    /// <summary>The password of all of them.</summary>
    public const string Password = "MARKPASSWORD";

    /// <summary>A file with certificates, and with the keys that they are joined to.</summary>
    public static byte[] Of(params X509Certificate2[] certificates) =>
        new X509Certificate2Collection(certificates).Export(X509ContentType.Pkcs12, Password)!;

    /// <summary>A file that claims a key for a certificate that belongs to another.</summary>
    public static byte[] WithAlienKey(X509Certificate2 certificate)
    {
        using ECDsa alien = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var parameters = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 2000);
        var link = new Pkcs9LocalKeyId([1]);
        var contents = new Pkcs12SafeContents();
        contents.AddCertificate(X509CertificateLoader.LoadCertificate(certificate.RawData)).Attributes.Add(link);
        contents.AddShroudedKey(alien, Password, parameters).Attributes.Add(link);
        var builder = new Pkcs12Builder();
        builder.AddSafeContentsEncrypted(contents, Password, parameters);
        builder.SealWithMac(Password, HashAlgorithmName.SHA256, 2000);
        return builder.Encode();
    }
}
