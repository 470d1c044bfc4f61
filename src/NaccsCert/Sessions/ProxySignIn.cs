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
/// there. What a proxy refuses has never reached the service. What it accepts is remembered for the commands that follow.
/// </summary>
internal sealed class ProxySignIn
{
    private readonly IUserInteraction _interaction;
    private readonly ProxyMemory _memory;
    private readonly ObservedCredentials? _remembered;
    private PromptAttempt _attempt = PromptAttempt.First;
    private NetworkCredential? _entered;
    private ObservedCredentials? _observed;

    /// <summary>Begins with what the user gave, or else with what is remembered.</summary>
    /// <param name="options">The user's choices about the route.</param>
    /// <param name="interaction">Asks the user.</param>
    /// <param name="memory">What proxies have accepted before.</param>
    public ProxySignIn(NetworkOptions options, IUserInteraction interaction, ProxyMemory memory)
    {
        (_interaction, _memory) = (interaction, memory);
        _remembered = options.ProxyCredential is null && !memory.IsEmpty ? new ObservedCredentials(memory) : null;
        Network = options with { ProxyCredential = options.ProxyCredential ?? _remembered };
    }

    /// <summary>The choices with the credentials that were given last.</summary>
    public NetworkOptions Network { get; private set; }

    /// <summary>Does something that fails where a proxy wants credentials.</summary>
    /// <param name="work">The work; it reads <see cref="Network"/> anew each time.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public async Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                T result = await work().ConfigureAwait(false);
                Remember();
                return result;
            }
            catch (NaccsException error) when (WantsCredential(error.ErrorId))
            {
                if (!await AskAsync(error.ErrorId, error.Message, cancellationToken).ConfigureAwait(false))
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
        while (true)
        {
            T result = await work().ConfigureAwait(false);
            if (checksOf(result).FirstOrDefault(check => WantsCredential(check.Error)) is not { } check)
            {
                Remember();
                return result;
            }

            if (!await AskAsync(check.Error, check.Detail, cancellationToken).ConfigureAwait(false))
            {
                return result;
            }
        }
    }

    private async Task<bool> AskAsync(ErrorId? error, string reason, CancellationToken cancellationToken)
    {
        if (error == ErrorId.ProxyCredentialRefused && _remembered?.UsedAt is { } proxy)
        {
            _memory.Forget(proxy);
        }

        if (!_attempt.IsAllowed || !_interaction.CanAsk)
        {
            return false;
        }

        _entered = await _interaction.AskProxyCredentialAsync(reason, _attempt, cancellationToken).ConfigureAwait(false);
        _attempt = _attempt.Next;
        if (_entered is null)
        {
            return false;
        }

        _observed = new ObservedCredentials(_entered);
        Network = Network with { ProxyCredential = _observed };
        return true;
    }

    private void Remember()
    {
        if (_entered is not null && _observed?.UsedAt is { } proxy)
        {
            _memory.Remember(proxy, _entered);
        }
    }

    // Whether other credentials for the proxy could help.
    private static bool WantsCredential(ErrorId? errorId) =>
        errorId is ErrorId.ProxyAuthenticationRequired or ErrorId.ProxyCredentialRefused;
}
