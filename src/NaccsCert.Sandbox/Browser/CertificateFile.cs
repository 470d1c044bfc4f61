using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Sandbox.Codes;

namespace NaccsCert.Sandbox.Browser;

/// <summary>A certificate with its key and the CAs above it, behind a password.</summary>
/// <param name="Content">PKCS #12 (RFC 7292).</param>
/// <param name="Password">The password, made for this file alone.</param>
internal sealed record CertificateFile(byte[] Content, string Password)
{
    private const int PasswordLength = 20;

    /// <summary>Puts them together.</summary>
    /// <param name="certificate">The certificate, DER.</param>
    /// <param name="key">Its key, PKCS #8, RSA.</param>
    /// <param name="authorities">The CAs, each as DER.</param>
    public static CertificateFile Make(byte[] certificate, byte[] key, byte[][] authorities)
    {
        using RSA rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(key, out _);
        using X509Certificate2 issued = X509CertificateLoader.LoadCertificate(certificate);
        X509Certificate2Collection content = [issued.CopyWithPrivateKey(rsa), .. authorities.Select(X509CertificateLoader.LoadCertificate)];
        try
        {
            string password = CodeGenerator.Random(PasswordLength);
            return new CertificateFile(content.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, password), password);
        }
        finally
        {
            foreach (X509Certificate2 each in content)
            {
                each.Dispose();
            }

            CryptographicOperations.ZeroMemory(key);
        }
    }
}
