using System;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Harnesses.Installer.Guest;

/// <summary>Scripts that look at the user's certificate store without the module, which is not installed all the time.</summary>
internal static class WineStore
{
    /// <summary>Gives the number of certificates in it.</summary>
    public const string Count = """
        $store = [System.Security.Cryptography.X509Certificates.X509Store]::new('My', 'CurrentUser')
        $store.Open('ReadOnly')
        $store.Certificates.Count
        """;

    /// <summary>Adds a certificate, and gives the number afterwards.</summary>
    /// <param name="certificate">The certificate.</param>
    public static string Add(X509Certificate2 certificate) => $"""
        $store = [System.Security.Cryptography.X509Certificates.X509Store]::new('My', 'CurrentUser')
        $store.Open('ReadWrite')
        $bytes = [Convert]::FromBase64String('{Convert.ToBase64String(certificate.RawData)}')
        $store.Add([System.Security.Cryptography.X509Certificates.X509CertificateLoader]::LoadCertificate($bytes))
        $store.Close()
        {Count}
        """;
}
