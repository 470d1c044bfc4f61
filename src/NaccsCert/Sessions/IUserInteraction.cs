using System.Net;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Validation.Roots;

namespace NaccsCert.Sessions;

/// <summary>Asks the person at the console, where somebody is there.</summary>
internal interface IUserInteraction : IRootConsent
{
    /// <summary>Whether somebody is there to answer.</summary>
    bool CanAsk { get; }

    /// <summary>Asks for credentials for a proxy.</summary>
    /// <param name="reason">Why they are needed.</param>
    /// <param name="attempt">Which of the attempts it is.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>The credentials; null when there are none.</returns>
    Task<NetworkCredential?> AskProxyCredentialAsync(string reason, PromptAttempt attempt, CancellationToken cancellationToken);
}
