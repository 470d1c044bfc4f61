using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace NaccsCert.Durability.Faults;

/// <summary>Makes up answers.</summary>
/// <param name="foreign">The DER certificate of somebody else.</param>
internal sealed class Forger(byte[] foreign)
{
    private const int TooLarge = (1024 * 1024) + 1;

    private static readonly (string, string) CertificateType = ("Content-Type", "application/pkcs7-mime; smime-type=certs-only");
    private static readonly (string, string) TextType = ("Content-Type", "text/html");
    private static readonly (string, string) Later = ("Retry-After", "1");

    /// <summary>Makes up an answer.</summary>
    /// <param name="lie">The lie.</param>
    /// <param name="truth">The body of the true answer; empty when the service was not asked.</param>
    /// <returns>The answer; null for none at all.</returns>
    public Answer? Tell(Lie lie, byte[] truth) => lie switch
    {
        Lie.InternalError => new Answer(500, Text("Internal Server Error"), [TextType]),
        Lie.BadGateway => new Answer(502, Text("<html><h1>Bad Gateway</h1></html>"), [TextType]),
        Lie.Unavailable => new Answer(503, Text("later"), [TextType, Later]),
        Lie.TooMany => new Answer(429, Text("slow down"), [TextType, Later]),
        Lie.Pending => new Answer(202, [], [Later]),
        Lie.Page => new Answer(200, Text("<html><h1>Welcome to this network</h1></html>"), [TextType]),
        Lie.Empty => new Answer(200, [], [CertificateType]),
        Lie.Half => new Answer(200, Half(truth), [CertificateType]),
        Lie.TooLarge => new Answer(200, RandomNumberGenerator.GetBytes(TooLarge), [CertificateType]),
        Lie.Foreign => new Answer(200, Certificates(foreign), [CertificateType]),
        _ => null,
    };

    private byte[] Half(byte[] truth)
    {
        byte[] whole = truth.Length > 0 ? truth : Certificates(foreign);
        return whole[..(whole.Length / 2)];
    }

    private static byte[] Certificates(byte[] certificate)
    {
        using X509Certificate2 one = X509CertificateLoader.LoadCertificate(certificate);
        return new X509Certificate2Collection(one).Export(X509ContentType.Pkcs7)!;
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
