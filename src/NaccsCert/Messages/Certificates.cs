using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Messages;

/// <summary>Certificates from their encoding.</summary>
internal static class Certificates
{
    /// <summary>Reads one DER certificate (RFC 5280), and nothing that merely contains one.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It is none.</exception>
    public static X509Certificate2 Load(byte[] der)
    {
        // The constructor would also open a PKCS#12 file or a CMS message.
        if (der.Length == 0 || X509Certificate2.GetCertContentType(der) != X509ContentType.Cert)
        {
            throw new System.Security.Cryptography.CryptographicException("Not a certificate.");
        }

        return new X509Certificate2(der);
    }
}
