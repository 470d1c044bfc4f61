using System;
using System.Collections.Generic;
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

    /// <summary>A file without a password.</summary>
    public static byte[] Open(params X509Certificate2[] certificates) =>
        new X509Certificate2Collection(certificates).Export(X509ContentType.Pkcs12)!;

    /// <summary>A file with certificates, DER, and keys of any kind, in PKCS#8.</summary>
    public static byte[] Of(IEnumerable<(byte[] Certificate, byte[]? Key)> entries)
    {
        var parameters = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 2000);
        var contents = new Pkcs12SafeContents();
        byte number = 0;
        foreach ((byte[] certificate, byte[]? key) in entries)
        {
            var link = new Pkcs9LocalKeyId([++number]);
            contents.AddCertificate(X509CertificateLoader.LoadCertificate(certificate)).Attributes.Add(link);
            if (key is not null)
            {
                var bag = new Pkcs12ShroudedKeyBag(Pkcs8PrivateKeyInfo.Decode(key, out _).Encrypt(Password, parameters));
                bag.Attributes.Add(link);
                contents.AddSafeBag(bag);
            }
        }

        var builder = new Pkcs12Builder();
        builder.AddSafeContentsEncrypted(contents, Password, parameters);
        builder.SealWithMac(Password, HashAlgorithmName.SHA256, 2000);
        return builder.Encode();
    }

    /// <summary>A file whose MAC is of a kind that Windows and .NET do not know.</summary>
    public static byte[] WithMacOfSha3(X509Certificate2 certificate)
    {
        byte[] sha256 = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01];
        byte[] content = Of([(certificate.RawData, null)]);
        content[content.AsSpan().LastIndexOf(sha256) + sha256.Length - 1] = 8;
        return content;
    }

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
