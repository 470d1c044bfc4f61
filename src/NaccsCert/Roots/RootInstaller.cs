using System;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Reasons;
using NaccsCert.Services;
using NaccsCert.Shims;
using NaccsCert.Stores;
using NaccsCert.Trust;

namespace NaccsCert.Roots;

/// <summary>
/// Puts a verified root into the user's trusted roots. On Windows that opens the security warning of manual 5.1 (4),
/// so it is not tried where nobody is there to answer.
/// </summary>
/// <param name="stores">Opens a store of the user by name.</param>
/// <param name="canAskUser">Whether somebody is there to answer.</param>
public sealed class RootInstaller(Func<string, ICertificateStore> stores, bool canAskUser)
{
    private const string RootStore = "Root";

    /// <summary>Installs a root and reports it.</summary>
    /// <param name="root">The DER certificate, verified by <see cref="RootCASource"/>.</param>
    /// <returns>The report.</returns>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.RootConsentRequired"/> or <see cref="ErrorId.StoreUnavailable"/>.
    /// </exception>
    public RootCAResult Install(byte[] root)
    {
        using X509Certificate2 certificate = Certificates.Load(root);
        string name = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
        RootCAStatus status = TryInstall(root);
        return new RootCAResult
        {
            Status = status,
            Reason = ReasonText.Of(status switch
            {
                RootCAStatus.Installed => ReasonId.RootInstalled,
                RootCAStatus.AlreadyTrusted => ReasonId.RootAlreadyTrusted,
                RootCAStatus.Declined => ReasonId.RootDeclined,
                _ => throw new NaccsException(ErrorId.RootConsentRequired, name),
            }),
            Changed = status == RootCAStatus.Installed,
            Name = name,
            Thumbprint = certificate.Thumbprint,
            Sha256 = Fingerprint.Sha256(root),
            NotAfter = certificate.NotAfter.ToUniversalTime(),
        };
    }

    /// <summary>Reports a root of which the definition has only the pin.</summary>
    /// <param name="anchor">The anchor.</param>
    /// <returns>That it is trusted already, or that its certificate is not at hand.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.StoreUnavailable"/>.</exception>
    public RootCAResult Report(TrustAnchor anchor)
    {
        X509Certificate2? trusted = stores(RootStore).Read()
            .FirstOrDefault(certificate => Fingerprint.Sha256(certificate.RawData) == anchor.Sha256);
        return new RootCAResult
        {
            Status = trusted is null ? RootCAStatus.Unavailable : RootCAStatus.AlreadyTrusted,
            Reason = ReasonText.Of(trusted is null ? ReasonId.RootUnavailable : ReasonId.RootAlreadyTrusted),
            Changed = false,
            Name = anchor.Name,
            Thumbprint = trusted?.Thumbprint,
            Sha256 = anchor.Sha256,
            NotAfter = trusted?.NotAfter.ToUniversalTime(),
        };
    }

    /// <summary>Installs a root whose pin and self-signature the caller has verified.</summary>
    /// <param name="root">The DER certificate.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.StoreUnavailable"/>.</exception>
    public RootCAStatus TryInstall(byte[] root)
    {
        ICertificateStore store = stores(RootStore);
        if (Holds(store, root))
        {
            return RootCAStatus.AlreadyTrusted;
        }

        if (PlatformTrust.AsksBeforeTrusting && !canAskUser)
        {
            return RootCAStatus.ConsentRequired;
        }

        using X509Certificate2 certificate = Certificates.Load(root);
        try
        {
            store.Add(certificate);
        }
        catch (NaccsException) when (PlatformTrust.AsksBeforeTrusting)
        {
            return RootCAStatus.Declined;
        }

        return Holds(store, root) ? RootCAStatus.Installed : RootCAStatus.Declined;
    }

    // The user's view of Root on Windows includes the roots of the computer.
    private static bool Holds(ICertificateStore store, byte[] root) =>
        store.Read().Any(certificate => certificate.RawData.SequenceEqual(root));
}
