using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Compat;
using NaccsCert.Keys;
using NaccsCert.Services;
using NaccsCert.Stores;
using NaccsCert.Time;

namespace NaccsCert.Validation.Installed;

/// <summary>Finds the certificates of a service in a store and says what each is good for. It asks no network.</summary>
public static class CertificateInventory
{
    /// <summary>Lists the certificates that the service's issuer has issued, newest first.</summary>
    /// <param name="store">The store.</param>
    /// <param name="definition">The service.</param>
    /// <param name="clock">The moment for which they are judged.</param>
    /// <returns>The certificates; the caller disposes of them.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.StoreUnavailable"/>.</exception>
    public static IReadOnlyList<StoredCertificate> List(ICertificateStore store, ServiceDefinition definition, IClock clock)
    {
        DateTimeOffset now = clock.UtcNow;
        X509Certificate2[] issued =
        [
            .. store.Read()
                .Where(certificate => certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true) == definition.Issuer)
                .OrderByDescending(certificate => certificate.NotBefore),
        ];
        return [.. issued.Select(certificate => new StoredCertificate(
            Describe(certificate, Successor(certificate, issued, now), store.Name, definition, now), certificate))];
    }

    private static NaccsCertificate Describe(
        X509Certificate2 certificate, X509Certificate2? successor, string storeName, ServiceDefinition definition, DateTimeOffset now)
    {
        KeyState key = KeyTest.Run(certificate);
        DateTimeOffset notAfter = certificate.NotAfter.ToUniversalTime();
        DateTimeOffset notBefore = certificate.NotBefore.ToUniversalTime();
        DateTimeOffset opens = definition.RenewalOpens(notAfter);
        CertificateStatus status = CertificateStatusPolicy.Decide(
            notBefore, notAfter, opens, key, successor is not null, now);
        return new NaccsCertificate
        {
            Status = status,
            Reason = CertificateStatusPolicy.Reason(status, notBefore, notAfter, opens, successor?.Thumbprint),
            Terminal = TerminalOf(certificate),
            Thumbprint = certificate.Thumbprint,
            Subject = certificate.Subject,
            Issuer = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true),
            SerialNumber = certificate.SerialNumber,
            NotBefore = notBefore,
            NotAfter = notAfter,
            RenewalOpens = opens,
            DaysLeft = (int)Math.Floor((notAfter - now).TotalDays),
            KeyAlgorithm = KeyDescription.Algorithm(certificate),
            KeyProvider = key == KeyState.Signs ? KeyDescription.Provider(certificate) : string.Empty,
            FriendlyName = FriendlyNames.Get(certificate),
            Service = definition.Name,
            StoreName = storeName,
        };
    }

    // The newest certificate of the same terminal, if it is another one, in force, and has a key.
    private static X509Certificate2? Successor(X509Certificate2 certificate, X509Certificate2[] issued, DateTimeOffset now) =>
        issued.FirstOrDefault(other =>
            TerminalOf(other) == TerminalOf(certificate)
            && other.NotBefore > certificate.NotBefore
            && other.NotBefore <= now.LocalDateTime && now.LocalDateTime <= other.NotAfter
            && KeyTest.Run(other) == KeyState.Signs);

    private static string TerminalOf(X509Certificate2 certificate) =>
        certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
}
