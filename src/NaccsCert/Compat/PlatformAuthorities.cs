using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Compat;

/// <summary>
/// The CA certificates that this computer has in its stores. The chain engine is not asked for them: that of .NET Framework cannot be
/// kept from downloading issuers.
/// </summary>
internal static class PlatformAuthorities
{
    private static readonly StoreName[] Names = [StoreName.Root, StoreName.CertificateAuthority];

    /// <summary>Finds what may continue a chain.</summary>
    /// <param name="issuers">The DER names of the issuers that the chain is known to have.</param>
    /// <param name="isRoot">Whether a DER certificate is a root that is wanted, whatever the chain says.</param>
    /// <returns>The DER certificates of those issuers, and of theirs, and of the wanted roots.</returns>
    public static IReadOnlyList<byte[]> Find(IEnumerable<byte[]> issuers, Predicate<byte[]> isRoot)
    {
        List<X509Certificate2> stored = [.. Locations().SelectMany(Read)];
        HashSet<string> wanted = [.. issuers.Select(Convert.ToBase64String)];
        var found = new List<byte[]>();
        for (List<X509Certificate2> left = stored, next = [.. left.Where(IsWanted)]; next.Count > 0; next = [.. left.Where(IsWanted)])
        {
            found.AddRange(next.Select(certificate => certificate.RawData));
            wanted.UnionWith(next.Select(certificate => Convert.ToBase64String(certificate.IssuerName.RawData)));
            left = [.. left.Except(next)];
        }

        stored.ForEach(certificate => certificate.Dispose());
        return found;

        bool IsWanted(X509Certificate2 candidate) =>
            wanted.Contains(Convert.ToBase64String(candidate.SubjectName.RawData)) || isRoot(candidate.RawData);
    }

    private static IEnumerable<(StoreName Name, StoreLocation Location)> Locations() => Names.SelectMany(name =>
        new[] { (name, StoreLocation.CurrentUser), (name, StoreLocation.LocalMachine) });

    // A store that cannot be opened helps nobody, and hinders nobody who does without it.
    private static IEnumerable<X509Certificate2> Read((StoreName Name, StoreLocation Location) place)
    {
        try
        {
            using var store = new X509Store(place.Name, place.Location);
            store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
            return [.. store.Certificates.Cast<X509Certificate2>()];
        }
        catch (Exception exception) when (exception is CryptographicException or PlatformNotSupportedException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
