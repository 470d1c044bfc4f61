using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Utilities.Encoders;

namespace NaccsCert;

/// <summary>Digests and encodings that .NET Framework does not give in one call.</summary>
internal static class Encodings
{
    public static string ExportCertificatePem(this X509Certificate2 certificate) =>
        PemEncoding.WriteString("CERTIFICATE", certificate.RawData);

    extension(SHA256)
    {
        public static byte[] HashData(byte[] data)
        {
            using var algorithm = SHA256.Create();
            return algorithm.ComputeHash(data);
        }
    }

    extension(Convert)
    {
        public static string ToHexString(byte[] data) => Hex.ToHexString(data).ToUpperInvariant();
    }
}
