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
/// Puts a verified root into the trusted roots. On Windows that opens the security warning of manual 5.1 (4), so it is not tried
/// where nobody is there to answer.
/// </summary>
/// <param name="target">The store of trusted roots to put it into.</param>
/// <param name="others">Other stores whose roots are trusted too.</param>
/// <param name="asks">Whether the platform asks somebody before it trusts a root of that store.</param>
/// <param name="canAskUser">Whether somebody is there to answer.</param>
internal sealed class RootInstaller(
    ICertificateStore target, IReadOnlyList<ICertificateStore> others, bool asks, bool canAskUser)
{
    /// <summary>The name of the store of trusted roots.</summary>
    public const string StoreName = "Root";

    /// <summary>Installs for the user, who is asked on Windows and macOS.</summary>
    /// <param name="stores">Opens a store of the user by name.</param>
    /// <param name="others">Other stores whose roots are trusted too.</param>
    /// <param name="canAskUser">Whether somebody is there to answer.</param>
    public static RootInstaller ForUser(
        Func<string, ICertificateStore> stores, IReadOnlyList<ICertificateStore> others, bool canAskUser) =>
        new(stores(StoreName), others, PlatformTrust.AsksBeforeTrusting, canAskUser);

    /// <summary>Installs for everybody on this computer, which takes an administrator, and asks nobody.</summary>
    /// <param name="stores">Opens a store of the computer by name.</param>
    public static RootInstaller ForMachine(Func<string, ICertificateStore> stores) =>
        new(stores(StoreName), [], asks: false, canAskUser: false);

    /// <summary>Installs a root and reports it.</summary>
    /// <param name="root">The DER certificate, verified by <see cref="RootCASource"/>.</param>
    /// <returns>The report.</returns>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.RootConsentRequired"/> or <see cref="ErrorId.StoreUnavailable"/>.
    /// </exception>
    public RootCAResult Install(byte[] root)
    {
        RootCAStatus status = IsTrusted(root) ? RootCAStatus.AlreadyTrusted : TryInstall(root);
        return status == RootCAStatus.ConsentRequired
            ? throw new NaccsException(ErrorId.RootConsentRequired, RootCASource.NameOf(root))
            : Report(root, status);
    }

    /// <summary>Reports what became of a root.</summary>
    /// <param name="root">The DER certificate.</param>
    /// <param name="status">What became of it.</param>
    public static RootCAResult Report(byte[] root, RootCAStatus status)
    {
        using X509Certificate2 certificate = Certificates.Load(root);
        return new RootCAResult
        {
            Status = status,
            Reason = Strings.Format(ReasonOf(status)),
            Changed = status == RootCAStatus.Installed,
            Name = RootCASource.NameOf(certificate),
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
        using DisposableList<X509Certificate2> all = Trusted();
        X509Certificate2? trusted = all.FirstOrDefault(certificate => Fingerprint.Sha256(certificate.RawData) == anchor.Sha256);
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

    /// <summary>Whether a root is trusted already.</summary>
    /// <param name="root">The DER certificate.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.StoreUnavailable"/>.</exception>
    public bool IsTrusted(byte[] root)
    {
        using DisposableList<X509Certificate2> all = Trusted();
        return Holds(all, root);
    }

    /// <summary>Installs a root that is not trusted yet, and whose pin or consent the caller has.</summary>
    /// <param name="root">The DER certificate.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.StoreUnavailable"/>.</exception>
    public RootCAStatus TryInstall(byte[] root)
    {
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

        using DisposableList<X509Certificate2> now = target.Read();
        return Holds(now, root) ? RootCAStatus.Installed : RootCAStatus.Declined;
    }

    /// <summary>The text that says what became of a root.</summary>
    public static StringId ReasonOf(RootCAStatus status) => status switch
    {
        RootCAStatus.Installed => StringId.RootInstalled,
        RootCAStatus.AlreadyTrusted => StringId.RootAlreadyTrusted,
        RootCAStatus.Declined => StringId.RootDeclined,
        RootCAStatus.ConsentRequired => StringId.RootConsentRequired,
        RootCAStatus.NotPinned => StringId.RootNotPinned,
        _ => StringId.RootUnavailable,
    };

    private static bool Holds(IEnumerable<X509Certificate2> certificates, byte[] root) =>
        certificates.Any(certificate => certificate.RawData.SequenceEqual(root));

    private DisposableList<X509Certificate2> Trusted() => new(others.Prepend(target).SelectMany(store => store.Read()));
}
