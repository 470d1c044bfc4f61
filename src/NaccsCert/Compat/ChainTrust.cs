using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Compat;

/// <summary>Chain building against roots of one's own (RFC 5280, section 6.1.1 (d)), as far as each framework has it.</summary>
internal static class ChainTrust
{
    /// <summary>Sets <paramref name="policy"/> so that a chain may end in <paramref name="root"/>, and fetches nothing.</summary>
    /// <remarks>
    /// On .NET Framework a chain to any root is then built, so the caller must compare its last element with the root
    /// on either framework.
    /// </remarks>
    public static void TrustOnly(X509ChainPolicy policy, X509Certificate2 root)
    {
#if NET
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.Add(root);
        policy.DisableCertificateDownloads = true;
#else
        policy.VerificationFlags |= X509VerificationFlags.AllowUnknownCertificateAuthority;
        policy.ExtraStore.Add(root);
        policy.UrlRetrievalTimeout = System.TimeSpan.FromMilliseconds(1);
#endif
    }
}
