using System.Linq;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Messages.Ber;

namespace NaccsCert.Tests.Files;

/// <summary>Certificates that no library would make; their signatures no longer fit.</summary>
internal static class OddCertificates
{
    /// <summary>A certificate with another end of its validity.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="date">The date, encoded.</param>
    public static byte[] WithNotAfter(X509Certificate2 certificate, byte[] date) =>
        WithPart(certificate.RawData, 4, validity => DerWriter.Write(BerTag.Sequence, validity.Members()[0].Encoded(), date));

    /// <summary>A certificate with another public key.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="publicKeyInfo">The key, encoded.</param>
    public static byte[] WithKey(X509Certificate2 certificate, byte[] publicKeyInfo) =>
        WithPart(certificate.RawData, 6, _ => publicKeyInfo);

    private static byte[] WithPart(byte[] certificate, int index, System.Func<BerValue, byte[]> change)
    {
        byte[][] whole = [.. BerValue.Read(certificate).Members().Select(part => part.Encoded())];
        byte[][] signed = [.. BerValue.Read(whole[0]).Members().Select(part => part.Encoded())];
        signed[index] = change(BerValue.Read(signed[index]));
        whole[0] = DerWriter.Write(BerTag.Sequence, signed);
        return DerWriter.Write(BerTag.Sequence, whole);
    }
}
