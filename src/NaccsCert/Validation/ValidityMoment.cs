using System;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Validation;

/// <summary>Chooses the moment for which a chain is built where the validity of the certificate itself is another question.</summary>
internal static class ValidityMoment
{
    /// <summary>The moment nearest to the present at which the certificate is in force.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="now">The present moment.</param>
    public static DateTimeOffset Within(X509Certificate2 certificate, DateTimeOffset now)
    {
        if (now < certificate.NotBefore)
        {
            return certificate.NotBefore;
        }

        // OpenSSL calls a certificate expired in its last second.
        return now >= certificate.NotAfter ? certificate.NotAfter.AddSeconds(-1) : now;
    }
}
