using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.TestSupport.Certificates;

namespace NaccsCert.Module.Tests.Commands.Support;

/// <summary>Puts certificates into the user's stores that no service would issue any more.</summary>
internal static class Seed
{
    /// <summary>Adds a certificate of another purpose.</summary>
    public static void SelfSigned(string storeName, string subject)
    {
        using ECDsa key = TestAuthority.NewKey();
        using X509Certificate2 certificate = new CertificateRequest(subject, key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(10));
        Add(storeName, certificate);
    }

    /// <summary>Adds a certificate of the service's issuer that ended yesterday, with its key.</summary>
    /// <returns>Its thumbprint.</returns>
    public static string Expired(string storeName, string terminal) => Issue(storeName, terminal, fromDay: -30, toDay: -1, withKey: true);

    /// <summary>Adds a certificate of the service's issuer that begins tomorrow, with its key.</summary>
    /// <returns>Its thumbprint.</returns>
    public static string NotYetValid(string storeName, string terminal) => Issue(storeName, terminal, fromDay: 1, toDay: 20, withKey: true);

    /// <summary>Adds a certificate of the service's issuer that is valid, but without its key.</summary>
    /// <returns>Its thumbprint.</returns>
    public static string WithoutKey(string storeName, string terminal) => Issue(storeName, terminal, fromDay: -1, toDay: 10, withKey: false);

    private static string Issue(string storeName, string terminal, int fromDay, int toDay, bool withKey)
    {
        using var authority = new TestAuthority(TestAuthority.ClientCA);
        using X509Certificate2 issued = authority.IssueWithKey(new ClientProfile
        {
            Terminal = terminal,
            Usage = null,
            NotBefore = DateTimeOffset.UtcNow.AddDays(fromDay),
            NotAfter = DateTimeOffset.UtcNow.AddDays(toDay),
        });
        using X509Certificate2 bare = X509CertificateLoader.LoadCertificate(issued.RawData);
        Add(storeName, withKey ? issued : bare);
        return issued.Thumbprint;
    }

    private static void Add(string storeName, X509Certificate2 certificate)
    {
        using var store = new X509Store(storeName, StoreLocation.CurrentUser);
        store.Open(OpenFlags.ReadWrite);
        store.Add(certificate);
    }
}
