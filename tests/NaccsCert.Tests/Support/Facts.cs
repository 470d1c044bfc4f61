using System;
using NaccsCert.Keys;
using NaccsCert.Validation.Installed;
using NaccsCert.Validation.Origin;

namespace NaccsCert.Tests.Support;

/// <summary>What is found out about certificates that need not exist.</summary>
internal static class Facts
{
    public static readonly CertificateOrigin Verified = new(OriginEvidence.Enrolled, null, null);
    public static readonly CertificateOrigin Unverified = new(OriginEvidence.None, null, "no root certificate");

    public static CertificateFacts Of(
        DateTimeOffset notBefore, DateTimeOffset notAfter, KeyState key = KeyState.Signs, string sha256 = "AA") => new()
        {
            Sha256 = sha256,
            Thumbprint = sha256,
            SerialNumber = "01",
            NotBefore = notBefore,
            NotAfter = notAfter,
            Origin = Verified,
            Key = key,
            Place = 0,
        };
}
