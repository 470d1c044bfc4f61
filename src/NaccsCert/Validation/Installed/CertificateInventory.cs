using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Diagnostics;
using NaccsCert.Messages;
using NaccsCert.Services;
using NaccsCert.Stores;
using NaccsCert.Time;
using NaccsCert.Validation.Origin;

namespace NaccsCert.Validation.Installed;

/// <summary>
/// Finds the certificates of a service in a store and says what each is good for. It asks no network, and judges each alone: what
/// the platform cannot read of one hides none of the others.
/// </summary>
/// <param name="stores">Opens a store of the user by name.</param>
/// <param name="histories">What this user's enrollments have proven.</param>
/// <param name="clock">The moment for which certificates are judged.</param>
internal sealed class CertificateInventory(
    Func<string, IUserCertificateStore> stores, EnrollmentHistoryFile histories, IClock clock)
{
    /// <summary>Lists the certificates that bear the name of the service's issuer, archived ones too, the most urgent first.</summary>
    /// <param name="storeName">The store to look in.</param>
    /// <param name="definition">The service.</param>
    /// <returns>The certificates; the caller disposes of them.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.StoreUnavailable"/>.</exception>
    public InstalledCertificates List(string storeName, ServiceDefinition definition)
    {
        DateTimeOffset now = clock.UtcNow;
        IUserCertificateStore store = stores(storeName);
        DisposableList<X509Certificate2> named =
            store.ReadAll().Keep(certificate => Certificates.NamesIssuer(certificate, definition.Issuer));
        using var origins = new OriginVerifier(definition, histories, stores, now);
        var errors = new List<NaccsException>();
        CertificateFacts?[] found = [.. named.Select((certificate, place) => TryFind(certificate, place, store, origins, errors))];
        var readable = new List<(X509Certificate2 Handle, CertificateFacts Facts)>();
        for (int place = 0; place < found.Length; place++)
        {
            if (found[place] is { } facts)
            {
                readable.Add((named[place], facts));
            }
            else
            {
                named[place].Dispose();
            }
        }

        var description = new CertificateDescription(definition, storeName, now, readable, origins.History);
        return new InstalledCertificates(
            new DisposableList<StoredCertificate>(readable
                .Select(certificate => description.Describe(certificate.Handle, certificate.Facts))
                .OrderBy(certificate => certificate.Record, CertificateUrgency.Comparer)),
            errors);
    }

    private static CertificateFacts? TryFind(
        X509Certificate2 certificate, int place, IUserCertificateStore store, OriginVerifier origins, List<NaccsException> errors)
    {
        try
        {
            return Find(certificate, place, origins) with { IsArchived = store.IsArchived(certificate) };
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException or FormatException or NotSupportedException)
        {
            NaccsCertEventSource.Log.CertificateUnreadable(certificate.Thumbprint, exception.Message);
            errors.Add(new NaccsException(ErrorId.CertificateUnreadable, certificate.Thumbprint, exception, exception.Message));
            return null;
        }
    }

    private static CertificateFacts Find(X509Certificate2 certificate, int place, OriginVerifier origins)
    {
        string sha256 = Fingerprint.Sha256(certificate.RawData);
        return new CertificateFacts
        {
            Sha256 = sha256,
            Thumbprint = certificate.Thumbprint,
            SerialNumber = certificate.SerialNumber,
            NotBefore = certificate.NotBefore.ToUniversalTime(),
            NotAfter = certificate.NotAfter.ToUniversalTime(),
            Origin = origins.Verify(certificate),
            Key = KeyTest.Run(certificate),
            Place = place,
            PreviousSha256 = origins.History.Certificates
                .Where(enrolled => enrolled.Sha256 == sha256).Select(enrolled => enrolled.PreviousSha256).FirstOrDefault(),
        };
    }
}
