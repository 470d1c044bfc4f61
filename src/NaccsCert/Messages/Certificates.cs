using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Messages;

/// <summary>Certificates from their encoding.</summary>
internal static class Certificates
{
    /// <summary>Reads one DER certificate (RFC 5280), and nothing that merely contains one.</summary>
    /// <exception cref="CryptographicException">It is none.</exception>
    public static X509Certificate2 Load(byte[] der)
    {
        // The constructor would also open a PKCS#12 file or a CMS message.
        if (der.Length == 0 || X509Certificate2.GetCertContentType(der) != X509ContentType.Cert)
        {
            throw new CryptographicException("Not a certificate.");
        }

        return new X509Certificate2(der);
    }

    /// <summary>Whether a certificate names an issuer: a name only, and no proof.</summary>
    /// <param name="certificate">The certificate; one whose names the platform cannot read names nobody.</param>
    /// <param name="issuer">The issuer's common name.</param>
    public static bool NamesIssuer(X509Certificate2 certificate, string issuer)
    {
        try
        {
            return certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true) == issuer;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
