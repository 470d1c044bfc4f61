using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Messages;
using NaccsCert.Services;

namespace NaccsCert.Validation.Roots;

/// <summary>
/// Decides whether a root becomes one of the user's trusted roots, where it would be trusted for any site. A root that the service
/// definition pins does; one that only came over the wire does when the user or Group Policy says so (manual 5.1 (4)).
/// </summary>
/// <param name="installer">Puts roots into the store.</param>
/// <param name="definition">The service.</param>
/// <param name="consent">Asks the user.</param>
internal sealed class RootTrust(RootInstaller installer, ServiceDefinition definition, IRootConsent consent)
{
    /// <summary>Handles a root.</summary>
    /// <param name="root">The DER root of a verified chain.</param>
    /// <param name="handling">What user or policy say.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>What became of it; null when it was left out as asked for.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.StoreUnavailable"/>.</exception>
    public async Task<RootCAStatus?> ApplyAsync(byte[] root, RootCAHandling handling, CancellationToken cancellationToken)
    {
        if (handling == RootCAHandling.Skip)
        {
            return null;
        }

        if (installer.IsTrusted(root))
        {
            return RootCAStatus.AlreadyTrusted;
        }

        // A root that is pinned for servers says nothing about those who issue client certificates.
        if (handling == RootCAHandling.Install || definition.PinsClientRoot(Fingerprint.Sha256(root)))
        {
            return installer.TryInstall(root);
        }

        return await AskAsync(root, cancellationToken).ConfigureAwait(false) switch
        {
            true => installer.TryInstall(root),
            false => RootCAStatus.Declined,
            null => RootCAStatus.NotPinned,
        };
    }

    /// <summary>Asks whether an unpinned root shall be trusted.</summary>
    /// <param name="root">The DER root.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>The answer; null where nobody is there to answer.</returns>
    public Task<bool?> AskAsync(byte[] root, CancellationToken cancellationToken) => consent.ConfirmAsync(
        new RootOffer(RootCASource.NameOf(root), Fingerprint.Sha256(root), definition.Enrollment.Url.Host), cancellationToken);
}
