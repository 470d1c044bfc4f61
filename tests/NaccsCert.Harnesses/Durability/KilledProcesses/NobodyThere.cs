using System.Net;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Sessions;
using NaccsCert.Validation.Roots;

namespace NaccsCert.Harnesses.Durability.KilledProcesses;

/// <summary>A session without a person before it.</summary>
internal sealed class NobodyThere : IUserInteraction
{
    public bool CanAsk => false;

    public Task<NetworkCredential?> AskProxyCredentialAsync(string reason, PromptAttempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult<NetworkCredential?>(null);

    public Task<bool?> ConfirmAsync(RootOffer root, CancellationToken cancellationToken) => Task.FromResult<bool?>(null);
}
