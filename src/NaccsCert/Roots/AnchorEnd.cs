using System;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Services;
using NaccsCert.Shims;

namespace NaccsCert.Roots;

/// <summary>When trust anchors end.</summary>
internal static class AnchorEnd
{
    /// <summary>The end of an anchor's validity.</summary>
    /// <param name="anchor">The anchor.</param>
    /// <returns>The moment in UTC; null when the definition has only its pin.</returns>
    public static DateTimeOffset? Of(TrustAnchor anchor)
    {
        if (anchor.Certificate is not { } der)
        {
            return null;
        }

        using X509Certificate2 certificate = Certificates.Load(der);
        return certificate.NotAfter.ToUniversalTime();
    }
}
