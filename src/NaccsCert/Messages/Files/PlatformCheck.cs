using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Messages.Files;

/// <summary>Whether this platform can work with a certificate: stores refuse some that are otherwise good.</summary>
internal static class PlatformCheck
{
    /// <summary>Refuses a certificate that the platform cannot read.</summary>
    /// <param name="certificate">The certificate, DER.</param>
    /// <param name="path">The file that it is in.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.CertificateFileUnsupported"/>.</exception>
    public static void Require(byte[] certificate, string path)
    {
        try
        {
            using X509Certificate2 loaded = Certificates.Load(certificate);

            // Dates are read only when they are asked for.
            _ = (loaded.NotBefore, loaded.NotAfter);
        }
        catch (CryptographicException exception)
        {
            throw new NaccsException(ErrorId.CertificateFileUnsupported, path, exception, exception.Message);
        }
    }
}
