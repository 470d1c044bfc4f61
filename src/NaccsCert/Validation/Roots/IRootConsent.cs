using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.Validation.Roots;

/// <summary>Asks whether a root that the service definition does not pin shall be trusted.</summary>
internal interface IRootConsent
{
    /// <summary>Asks.</summary>
    /// <param name="root">The root, with what it would be trusted for.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>Whether it shall be trusted; null where nobody is there to answer.</returns>
    Task<bool?> ConfirmAsync(RootOffer root, CancellationToken cancellationToken);
}
