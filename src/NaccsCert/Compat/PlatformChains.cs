using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Compat;

/// <summary>Asks the platform which of this computer's certificates may follow in a chain. What it thinks of them does not count.</summary>
internal static class PlatformChains
{
    // .NET Framework cannot be kept from downloading issuers, only from waiting for them.
    private static readonly TimeSpan DownloadTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Builds a chain.</summary>
    /// <param name="certificate">The certificate that it begins with.</param>
    /// <param name="helpers">Certificates that may stand in between, each the encoding of one that was read.</param>
    /// <returns>The DER certificates of the chain, as far as it could be built.</returns>
    public static IReadOnlyList<byte[]> Build(X509Certificate2 certificate, IEnumerable<byte[]> helpers)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllFlags;
        chain.ChainPolicy.UrlRetrievalTimeout = DownloadTimeout;
#if NET
        chain.ChainPolicy.DisableCertificateDownloads = true;
#endif
        X509Certificate2[] extra = [.. helpers.Select(helper => new X509Certificate2(helper))];
        chain.ChainPolicy.ExtraStore.AddRange(extra);
        chain.Build(certificate);
        byte[][] elements = [.. chain.ChainElements.Cast<X509ChainElement>().Select(element => element.Certificate.RawData)];
        Array.ForEach(extra, helper => helper.Dispose());
        return elements;
    }
}
