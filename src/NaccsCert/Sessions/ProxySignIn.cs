using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Transport;

namespace NaccsCert.Sessions;

/// <summary>
/// Repeats what a proxy has refused, with credentials that the user is asked for: three times at most, and only where somebody is
/// there. What a proxy refuses has never reached the service.
/// </summary>
/// <param name="options">The user's choices about the route.</param>
/// <param name="interaction">Asks the user.</param>
internal sealed class ProxySignIn(NetworkOptions options, IUserInteraction interaction)
{
    private const int MaxPrompts = 3;

    private int _prompts;

    /// <summary>The choices with the credentials that were given last.</summary>
    public NetworkOptions Network { get; private set; } = options;

    /// <summary>Does something that fails where a proxy wants credentials.</summary>
    /// <param name="work">The work; it reads <see cref="Network"/> anew each time.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public async Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await work().ConfigureAwait(false);
            }
            catch (NaccsException error) when (WantsCredential(error.ErrorId))
            {
                if (!await AskAsync(error.Message, cancellationToken).ConfigureAwait(false))
                {
                    throw;
                }
            }
        }
    }

    /// <summary>Does something that tells of a proxy in its checks instead of failing.</summary>
    /// <param name="work">The work; it reads <see cref="Network"/> anew each time.</param>
    /// <param name="checksOf">The checks of what the work gave.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public async Task<T> RunAsync<T>(
        Func<Task<T>> work, Func<T, IEnumerable<Check>> checksOf, CancellationToken cancellationToken)
    {
        T result = await work().ConfigureAwait(false);
        while (checksOf(result).FirstOrDefault(check => WantsCredential(check.Error)) is { } check
            && await AskAsync(check.Detail, cancellationToken).ConfigureAwait(false))
        {
            result = await work().ConfigureAwait(false);
        }

        return result;
    }

    private async Task<bool> AskAsync(string reason, CancellationToken cancellationToken)
    {
        if (_prompts >= MaxPrompts || !interaction.CanAsk)
        {
            return false;
        }

        _prompts++;
        NetworkCredential? credential = await interaction.AskProxyCredentialAsync(reason, cancellationToken).ConfigureAwait(false);
        if (credential is null)
        {
            return false;
        }

        Network = Network with { ProxyCredential = credential };
        return true;
    }

    // Whether other credentials for the proxy could help.
    private static bool WantsCredential(ErrorId? errorId) =>
        errorId is ErrorId.ProxyAuthenticationRequired or ErrorId.ProxyCredentialRefused;
}
