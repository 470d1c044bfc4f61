using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.Validation.Roots;

/// <summary>Stands in where nobody is there to answer.</summary>
internal sealed class NoRootConsent : IRootConsent
{
    private NoRootConsent()
    {
    }

    /// <summary>The one instance: it has no state.</summary>
    public static NoRootConsent Instance { get; } = new();

    /// <inheritdoc/>
    public Task<bool?> ConfirmAsync(RootOffer root, CancellationToken cancellationToken) => Task.FromResult<bool?>(null);
}
