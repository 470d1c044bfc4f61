using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Compat;
using NaccsCert.Messages;
using NaccsCert.Resources;
using NaccsCert.Services;
using NaccsCert.Stores;

namespace NaccsCert.Validation.Roots;

/// <summary>
/// Puts a verified root into the user's trusted roots. On Windows that opens the security warning of manual 5.1 (4),
/// so it is not tried where nobody is there to answer.
/// </summary>
/// <param name="target">The store of trusted roots to put it into.</param>
/// <param name="others">Other stores whose roots are trusted too.</param>
/// <param name="asks">Whether the platform asks somebody before it trusts a root of that store.</param>
/// <param name="canAskUser">Whether somebody is there to answer.</param>
public sealed class RootInstaller(
    ICertificateStore target, IReadOnlyList<ICertificateStore> others, bool asks, bool canAskUser)
{
    private const string RootStore = "Root";

    /// <summary>Installs for the user, who is asked on Windows and macOS.</summary>
    /// <param name="stores">Opens a store of the user by name.</param>
    /// <param name="others">Other stores whose roots are trusted too.</param>
    /// <param name="canAskUser">Whether somebody is there to answer.</param>
    /// <returns>The installer.</returns>
    public static RootInstaller ForUser(
        Func<string, ICertificateStore> stores, IReadOnlyList<ICertificateStore> others, bool canAskUser) =>
        new(stores(RootStore), others, PlatformTrust.AsksBeforeTrusting, canAskUser);

    /// <summary>Installs for everybody on this computer, which takes an administrator, and asks nobody.</summary>
    /// <returns>The installer.</returns>
    public static RootInstaller ForMachine() => new(new MachineCertificateStore(RootStore), [], asks: false, canAskUser: false);

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
        if (status == RootCAStatus.ConsentRequired)
        {
            throw new NaccsException(ErrorId.RootConsentRequired, name);
        }

        return new RootCAResult
        {
            Status = status,
            Reason = Strings.Format(ReasonOf(status)),
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
        X509Certificate2? trusted = Trusted()
            .FirstOrDefault(certificate => Fingerprint.Sha256(certificate.RawData) == anchor.Sha256);
        RootCAStatus status = trusted is null ? RootCAStatus.Unavailable : RootCAStatus.AlreadyTrusted;
        return new RootCAResult
        {
            Status = status,
            Reason = Strings.Format(ReasonOf(status)),
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
        if (Holds(Trusted(), root))
        {
            return RootCAStatus.AlreadyTrusted;
        }

        if (asks && !canAskUser)
        {
            return RootCAStatus.ConsentRequired;
        }

        using X509Certificate2 certificate = Certificates.Load(root);
        try
        {
            target.Add(certificate);
        }
        catch (NaccsException) when (asks)
        {
            return RootCAStatus.Declined;
        }

        return Holds(target.Read(), root) ? RootCAStatus.Installed : RootCAStatus.Declined;
    }

    /// <summary>The text that says what became of a root.</summary>
    internal static StringId ReasonOf(RootCAStatus status) => status switch
    {
        RootCAStatus.Installed => StringId.RootInstalled,
        RootCAStatus.AlreadyTrusted => StringId.RootAlreadyTrusted,
        RootCAStatus.Declined => StringId.RootDeclined,
        RootCAStatus.ConsentRequired => StringId.RootConsentRequired,
        _ => StringId.RootUnavailable,
    };

    private static bool Holds(IEnumerable<X509Certificate2> certificates, byte[] root) =>
        certificates.Any(certificate => certificate.RawData.SequenceEqual(root));

    private IEnumerable<X509Certificate2> Trusted() => others.Prepend(target).SelectMany(store => store.Read());
}
