using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Messages;
using NaccsCert.Messages.Files;
using NaccsCert.Resources;

namespace NaccsCert.Enrollment;

/// <summary>Names what is in a file and was not taken, in the language of the session.</summary>
internal static class LeftOut
{
    /// <summary>Names a certificate and says why it was not taken.</summary>
    /// <param name="reason">Why: a text with the certificate as its first placeholder.</param>
    /// <param name="certificate">The certificate, DER.</param>
    public static string Certificate(StringId reason, byte[] certificate) => Strings.Format(reason, NameOf(certificate));

    /// <summary>Names what is neither a certificate nor a PKCS#12 message.</summary>
    public static IEnumerable<string> Others(CertificateFile file) =>
        file.Others.Select(part => Strings.Format(StringId.LeftOutOther, part.Describe())).Distinct();

    private static string NameOf(byte[] certificate)
    {
        using X509Certificate2 loaded = Certificates.Load(certificate);
        return $"{Certificates.SimpleName(loaded, forIssuer: false)} ({loaded.Thumbprint})";
    }
}
