using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.TestSupport.Certificates;

namespace NaccsCert.Harnesses.Wine.Checks;

/// <summary>Issues certificates as the service would. Their keys stay outside of Wine.</summary>
internal sealed class WineCertificates : IDisposable
{
    /// <summary>The terminal that has a certificate.</summary>
    public const string Terminal = "1AAA0001";

    /// <summary>Issues them.</summary>
    public WineCertificates()
    {
        using var key = RSA.Create(2048);
        Client = Issue(TestAuthority.ClientCA, Terminal, key);
        Other = Issue("Another CA", "Another subject", key);
    }

    /// <summary>A certificate of the issuer of NACCS, valid for another 999 days.</summary>
    public X509Certificate2 Client { get; }

    /// <summary>A certificate of another issuer.</summary>
    public X509Certificate2 Other { get; }

    public void Dispose()
    {
        Client.Dispose();
        Other.Dispose();
    }

    private static X509Certificate2 Issue(string issuer, string subject, RSA key)
    {
        using var authority = new TestAuthority(issuer);
        return authority.Issue(new PublicKey(key), new ClientProfile
        {
            Terminal = subject,
            NotBefore = DateTimeOffset.UtcNow.AddDays(-1),
            NotAfter = DateTimeOffset.UtcNow.AddDays(999),
        });
    }
}
