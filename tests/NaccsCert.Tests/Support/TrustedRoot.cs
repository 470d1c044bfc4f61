using System.Security.Cryptography.X509Certificates;
using NaccsCert.Stores;
using NaccsCert.TestSupport.Certificates;

namespace NaccsCert.Tests.Support;

/// <summary>
/// A root that this computer trusts: it is put into the scratch home's store before the process looks at its roots for the
/// first time, since .NET looks at them again every few seconds at most.
/// </summary>
internal static class TrustedRoot
{
    /// <summary>The authority.</summary>
    public static TestAuthority Authority { get; } = new("Trusted TLS Root");

    /// <summary>Trusts it.</summary>
    public static void Install()
    {
        using X509Certificate2 bare = X509CertificateLoader.LoadCertificate(Authority.Certificate.RawData);
        new UserCertificateStore("Root", new WindowsArchiveMarks()).Add(bare);
    }
}
