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

    /// <summary>The name by which a certificate's subject or issuer is shown and found.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="forIssuer">The issuer's instead of the subject's.</param>
    /// <returns>The common name, or where there is none, another attribute; empty where there is none either.</returns>
    /// <exception cref="CryptographicException">The platform cannot read its names.</exception>
    public static string SimpleName(X509Certificate2 certificate, bool forIssuer)
    {
        string name = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer);

        // Outside Windows, .NET finds nothing in some names of an organization and a unit that have no common name.
        return name.Length > 0
            ? name
            : DistinguishedNames.Simple((forIssuer ? certificate.IssuerName : certificate.SubjectName).RawData)?.Text ?? string.Empty;
    }

    /// <summary>Whether a certificate names an issuer: a name only, and no proof.</summary>
    /// <param name="certificate">The certificate; one whose names the platform cannot read names nobody.</param>
    /// <param name="issuer">The issuer's common name, or where it has none, what <see cref="SimpleName"/> gives.</param>
    public static bool NamesIssuer(X509Certificate2 certificate, string issuer)
    {
        try
        {
            return SimpleName(certificate, forIssuer: true) == issuer;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
