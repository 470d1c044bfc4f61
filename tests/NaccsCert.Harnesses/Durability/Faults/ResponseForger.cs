using System;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using NaccsCert.TestSupport.Servers;

namespace NaccsCert.Harnesses.Durability.Faults;

/// <summary>Makes responses that the service did not give.</summary>
/// <param name="foreign">The DER certificate of another client.</param>
internal sealed class ResponseForger(byte[] foreign)
{
    /// <summary>What can be forged by any protocol.</summary>
    public static readonly ForgedResponse[] All = [.. Enum.GetValues<ForgedResponse>().Where(forged => forged <= ForgedResponse.Nothing)];

    private const int TooLarge = (1024 * 1024) + 1;
    private const string CertificateType = "application/pkcs7-mime; smime-type=certs-only";
    private const string TextType = "text/html";

    private static readonly (string, string)[] Later = [("Retry-After", "1")];

    /// <summary>Makes a response.</summary>
    /// <param name="forged">Which one.</param>
    /// <param name="original">The body of the service's response; empty when it was not asked.</param>
    public Reply Forge(ForgedResponse forged, byte[] original) => forged switch
    {
        ForgedResponse.InternalError => new Reply(500, Text("Internal Server Error"), TextType),
        ForgedResponse.BadGateway => new Reply(502, Text("<html><h1>Bad Gateway</h1></html>"), TextType),
        ForgedResponse.Unavailable => new Reply(503, Text("later"), TextType) { Fields = Later },
        ForgedResponse.TooMany => new Reply(429, Text("slow down"), TextType) { Fields = Later },
        ForgedResponse.Pending => new Reply(202, [], null) { Fields = Later },
        ForgedResponse.Page => new Reply(200, Text("<html><h1>Welcome to this network</h1></html>"), TextType),
        ForgedResponse.Empty => new Reply(200, [], CertificateType),
        ForgedResponse.Half => new Reply(200, Half(original), CertificateType),
        ForgedResponse.TooLarge => new Reply(200, RandomNumberGenerator.GetBytes(TooLarge), CertificateType),
        ForgedResponse.Foreign => new Reply(200, Certificates(foreign), CertificateType),
        _ => Reply.Nothing,
    };

    private byte[] Half(byte[] original)
    {
        byte[] whole = original.Length > 0 ? original : Certificates(foreign);
        return whole[..(whole.Length / 2)];
    }

    private static byte[] Certificates(byte[] certificate)
    {
        using X509Certificate2 one = X509CertificateLoader.LoadCertificate(certificate);
        return new X509Certificate2Collection(one).Export(X509ContentType.Pkcs7)!;
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
