using System;
using System.Collections.Generic;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Harnesses.Wine.Checks;

/// <summary>The store CurrentUser\My, empty and filled. Nothing that needs a private key, which Wine has none of.</summary>
internal static class StoreChecks
{
    private const string Area = "store";
    private const string FriendlyName = "通関 " + WineCertificates.Terminal;

    /// <summary>The checks.</summary>
    public static IEnumerable<GuestCheck> List(WineCertificates certificates) =>
    [
        new(Area, "an empty store gives nothing, and no error", "@(Get-NaccsCertificate).Count; @(Test-NaccsCertificate).Count", "0, 0"),
        new(Area, "a thumbprint that is not there", $"Get-NaccsCertificate {certificates.Client.Thumbprint}", "error CertificateNotFound"),
        // Wine writes a store when nobody has it open any more, so nothing is read from it before it is closed.
        new(
            Area,
            "certificates go into the store, through .NET",
            $$"""
            $store = [System.Security.Cryptography.X509Certificates.X509Store]::new('My', 'CurrentUser')
            $store.Open('ReadWrite')
            foreach ($text in '{{Base64(certificates.Client)}}', '{{Base64(certificates.Other)}}') {
                $bytes = [Convert]::FromBase64String($text)
                $certificate = [System.Security.Cryptography.X509Certificates.X509CertificateLoader]::LoadCertificate($bytes)
                $certificate.FriendlyName = '{{FriendlyName}}'
                $store.Add($certificate)
            }
            $store.Close()
            $store.Open('ReadOnly')
            $store.Certificates.Count
            """,
            "2"),
        new(
            Area,
            "the service's certificate is listed alone, without its key",
            """
            foreach ($certificate in Get-NaccsCertificate) {
                "$($certificate.Status) $($certificate.Terminal) $($certificate.StoreName) $($certificate.DaysLeft)"
                $certificate.Thumbprint
                $certificate.SerialNumber
                $certificate.NotBefore.ToString('u')
                $certificate.NotAfter.ToString('u')
            }
            """,
            string.Join(
                ", ",
                $"KeyMissing {WineCertificates.Terminal} My 998",
                certificates.Client.Thumbprint,
                certificates.Client.SerialNumber,
                Moment(certificates.Client.NotBefore),
                Moment(certificates.Client.NotAfter))),
        new(
            Area,
            "by thumbprint, wildcard, status and end",
            $$"""
            @(Get-NaccsCertificate {{certificates.Client.Thumbprint.ToLowerInvariant()}}).Count
            @(Get-NaccsCertificate '{{certificates.Client.Thumbprint[..8]}}*').Count
            @(Get-NaccsCertificate -Status KeyMissing).Count
            @(Get-NaccsCertificate -Status Valid).Count
            @(Get-NaccsCertificate -ExpiringWithin 1000).Count
            @(Get-NaccsCertificate -ExpiringWithin 28).Count
            """,
            "1, 1, 1, 0, 1, 0"),
        new(Area, "with its friendly name, which only Windows keeps", "(Get-NaccsCertificate).FriendlyName", FriendlyName),
        new(
            Area,
            "no change takes anything from a certificate without its key, and the sheet says so",
            """
            $sheet = [IO.Path]::GetTempPath() + 'sheet.html'
            Test-NaccsMigration -Change Computer -SheetPath $sheet | ForEach-Object { "$($_.Status) $($_.Item) $($_.Name)" }
            [IO.File]::ReadAllText($sheet).Contains((Get-NaccsCertificate).Terminal)
            """,
            $"NotInUse Certificate {WineCertificates.Terminal}, True"),
        new(
            Area,
            "a certificate without its key is not renewed",
            "Update-NaccsCertificate -Force -Confirm:$false",
            "error CertificateKeyUnusable"),
    ];

    private static string Base64(X509Certificate2 certificate) => Convert.ToBase64String(certificate.RawData);

    private static string Moment(DateTime local) => local.ToUniversalTime().ToString("u", CultureInfo.InvariantCulture);
}
