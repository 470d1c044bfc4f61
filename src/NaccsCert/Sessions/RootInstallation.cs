using System.Collections.Generic;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Messages;
using NaccsCert.Services;
using NaccsCert.Transport;
using NaccsCert.Validation.Roots;

namespace NaccsCert.Sessions;

/// <summary>Installs roots of the service into the trusted roots of the user or of the computer.</summary>
/// <param name="services">What the command works with.</param>
/// <param name="options">What the command chooses.</param>
/// <param name="clients">Makes HTTP clients.</param>
/// <param name="proxySignIn">Repeats what a proxy has refused.</param>
internal sealed class RootInstallation(
    SessionServices services, SessionOptions options, HttpClientFactory clients, ProxySignIn proxySignIn)
{
    /// <summary>The root of an anchor; null when the definition has only its pin.</summary>
    public byte[]? FromAnchor(TrustAnchor anchor) => RootCASource.FromAnchor(anchor, options.Definition);

    /// <summary>Requires that a certificate of a file (manual 9.2) is a pinned root.</summary>
    public byte[] Require(byte[] certificate) => RootCASource.Require(certificate, options.Definition);

    /// <summary>The roots that the service hands out, pinned or not.</summary>
    public Task<IReadOnlyList<byte[]>> FromServiceAsync(CancellationToken cancellationToken) => proxySignIn.RunAsync(
        () => RootCASource.FromServiceAsync(options.Definition, clients with { Options = proxySignIn.Network }, cancellationToken),
        cancellationToken);

    /// <summary>Reports a root of which the definition has only the pin.</summary>
    public RootCAResult Report(TrustAnchor anchor, StoreLocation location) => NewInstaller(location).Report(anchor);

    /// <summary>Installs a root; one that is not pinned only when the user says so.</summary>
    /// <param name="root">The DER root.</param>
    /// <param name="location">For whom.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.RootPinMismatch"/> where nobody is there to say so, or as for <see cref="RootInstaller.Install"/>.
    /// </exception>
    public async Task<RootCAResult> InstallAsync(byte[] root, StoreLocation location, CancellationToken cancellationToken)
    {
        RootInstaller installer = NewInstaller(location);
        if (RootCASource.IsPinned(root, options.Definition) || installer.IsTrusted(root))
        {
            return installer.Install(root);
        }

        bool? consent = await new RootTrust(installer, options.Definition, options.Interaction)
            .AskAsync(root, cancellationToken).ConfigureAwait(false);
        return consent switch
        {
            true => installer.Install(root),
            false => RootInstaller.Report(root, RootCAStatus.Declined),
            null => throw new NaccsException(ErrorId.RootPinMismatch, RootCASource.NameOf(root), Fingerprint.Sha256(root)),
        };
    }

    // What the computer trusts, the user need not be asked about.
    private RootInstaller NewInstaller(StoreLocation location) => location == StoreLocation.LocalMachine
        ? RootInstaller.ForMachine(services.MachineStores)
        : RootInstaller.ForUser(services.Stores, [services.MachineStores(RootInstaller.StoreName)], options.Interaction.CanAsk);
}
