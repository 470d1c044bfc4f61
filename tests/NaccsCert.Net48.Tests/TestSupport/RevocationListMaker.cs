using System;
using System.Collections.Generic;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.X509;

namespace NaccsCert.TestSupport.Certificates;

/// <summary>Signs revocation lists, which .NET Framework does not make.</summary>
internal static class RevocationListMaker
{
    /// <summary>Signs a list on which each certificate is there because its key was compromised.</summary>
    public static byte[] Sign(
        string issuer,
        string algorithm,
        AsymmetricKeyParameter key,
        DateTimeOffset thisUpdate,
        DateTimeOffset nextUpdate,
        IEnumerable<X509Certificate2> revoked)
    {
        var generator = new X509V2CrlGenerator();
        generator.SetIssuerDN(new X509Name(issuer));
        generator.SetThisUpdate(thisUpdate.UtcDateTime);
        generator.SetNextUpdate(nextUpdate.UtcDateTime);
        foreach (X509Certificate2 certificate in revoked)
        {
            generator.AddCrlEntry(new BigInteger(certificate.SerialNumber, 16), thisUpdate.UtcDateTime, CrlReason.KeyCompromise);
        }

        return generator.Generate(new Asn1SignatureFactory(algorithm, key)).GetEncoded();
    }
}
