using System;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using NaccsCert.Messages.Ber;

namespace NaccsCert.Messages.Scep;

/// <summary>
/// The certificate by which a first request shows its key: the key has signed it itself (RFC 8894, section 2.3). It leads no further than
/// the one exchange, and is trusted by nobody.
/// </summary>
internal static class SelfSignedCertificate
{
    private static readonly byte[] Version3 = DerWriter.Write(BerTag.Explicit(0), [BerTag.Integer, 1, 2]);

    // Critical key usage: digitalSignature and keyEncipherment, as the answer is encrypted to it (RFC 5280, section 4.2.1.3).
    private static readonly byte[] KeyUsage =
        [0x30, 0x0E, 0x06, 0x03, 0x55, 0x1D, 0x0F, 0x01, 0x01, 0xFF, 0x04, 0x04, 0x03, 0x02, 0x05, 0xA0];

    // Clocks may be off, and somebody may have to approve the request; what is resumed a year later is said to be too old.
    private static readonly TimeSpan Before = TimeSpan.FromDays(1);
    private static readonly TimeSpan After = TimeSpan.FromDays(365);

    /// <summary>Makes one.</summary>
    /// <param name="certificationRequest">The request, whose subject and key it has.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="sign">Signs data with the key of the request and SHA-256.</param>
    /// <returns>The DER certificate.</returns>
    public static byte[] Build(byte[] certificationRequest, DateTimeOffset now, Func<byte[], HashAlgorithmName, byte[]> sign)
    {
        byte[] subject = CertificationRequest.SubjectOf(certificationRequest);
        byte[] key = CertificationRequest.PublicKeyOf(certificationRequest);
        byte[] algorithm = SignatureAlgorithm.Of(KeyAlgorithm.Rsa2048).GetDerEncoded();
        byte[] signed = DerWriter.Write(
            BerTag.Sequence,
            Version3,
            SerialNumberOf(key),
            algorithm,
            subject,
            DerWriter.Write(BerTag.Sequence, Time(now - Before), Time(now + After)),
            subject,
            key,
            DerWriter.Write(BerTag.Explicit(3), DerWriter.Write(BerTag.Sequence, KeyUsage)));
        return DerWriter.Write(
            BerTag.Sequence, signed, algorithm, DerWriter.BitString(sign(signed, HashAlgorithmName.SHA256)));
    }

    private static byte[] SerialNumberOf(byte[] key)
    {
        using var sha256 = SHA256.Create();
        byte[] digest = [.. sha256.ComputeHash(key).Take(16)];
        digest[0] = (byte)((digest[0] & 0x7F) | 0x40);
        return DerWriter.Write(BerTag.Integer, digest);
    }

    // UTCTime until 2049 (RFC 5280, section 4.1.2.5).
    private static byte[] Time(DateTimeOffset moment) => moment.UtcDateTime.Year < 2050
        ? Text(BerTag.UtcTime, moment, "yyMMddHHmmss'Z'")
        : Text(BerTag.GeneralizedTime, moment, "yyyyMMddHHmmss'Z'");

    private static byte[] Text(byte tag, DateTimeOffset moment, string format) =>
        DerWriter.Write(tag, Encoding.ASCII.GetBytes(moment.UtcDateTime.ToString(format, CultureInfo.InvariantCulture)));
}
