using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using NaccsCert.Enrollment;
using NaccsCert.Policies;
using NaccsCert.PowerShell.Text;
using NaccsCert.Services;
using NaccsCert.Transport;

namespace NaccsCert.PowerShell.Commands;

/// <summary>What the commands share that go through the network: the proxy, and signing in to it (manual 1.3).</summary>
public abstract class NetworkCommand : NaccsCommand
{
    private const int MaxPrompts = 3;

    private PSCredential? _prompted;
    private int _prompts;

    /// <summary>The proxy to go through, for example <c>http://proxy.example.co.jp:8080</c>. Without it, that of the system.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Proxy { get; set; }

    /// <summary>User name and password for a proxy that does not take the signed-in user's own.</summary>
    [Parameter]
    [ValidateNotNull]
    [Credential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>How to sign in to the proxy. Without it, as it offers, but with Basic only over TLS.</summary>
    [Parameter]
    public ProxyAuthentication? ProxyAuthentication { get; set; }

    /// <summary>Goes straight to the service, whatever proxy the system has.</summary>
    [Parameter]
    public SwitchParameter NoProxy { get; set; }

    /// <summary>The user's choices about the way to the service.</summary>
    private protected NetworkOptions Network => new()
    {
        Proxy = ProxyUri(),
        NoProxy = NoProxy,
        ProxyCredential = (_prompted ?? ProxyCredential)?.GetNetworkCredential(),
        ProxyAuthentication = ProxyAuthentication,
        Policy = GroupPolicy.Current.Network,
    };

    /// <summary>
    /// Does something that goes through the network, and again when a proxy wants credentials and somebody is there to
    /// give them. Three that are refused end it.
    /// </summary>
    /// <param name="work">The work; it reads <see cref="Network"/> anew each time.</param>
    private protected T Online<T>(Func<T> work)
    {
        while (true)
        {
            try
            {
                return work();
            }
            catch (NaccsException fault) when (fault.ErrorId == ErrorId.ProxyBasicNotAllowed)
            {
                WriteWarning(fault.RecommendedAction);
                throw;
            }
            catch (NaccsException fault) when (WantsCredential(fault.ErrorId))
            {
                if (!SignIn(fault.Message))
                {
                    throw;
                }
            }
        }
    }

    /// <inheritdoc/>
    private protected override EnrollmentEnvironment NewEnvironment() => base.NewEnvironment() with { Network = Network };

    /// <summary>
    /// Does something that tells of a proxy in its checks instead of failing, and again when other credentials could help.
    /// </summary>
    /// <param name="work">The work; it reads <see cref="Network"/> anew each time.</param>
    /// <param name="checksOf">The checks of what the work gave.</param>
    private protected T Online<T>(Func<T> work, Func<T, IEnumerable<Check>> checksOf)
    {
        T result = work();
        while (checksOf(result).FirstOrDefault(check => WantsCredential(check.Error)) is { } check && SignIn(check.Detail))
        {
            result = work();
        }

        return result;
    }

    /// <summary>Asks the user for credentials, where somebody is there to ask and has not been asked too often.</summary>
    /// <param name="reason">Why they are needed.</param>
    /// <returns>Whether there are new ones.</returns>
    private bool SignIn(string reason)
    {
        if (_prompts >= MaxPrompts || !HostInteraction.CanAskUser(Host))
        {
            return false;
        }

        _prompts++;

        // No name beforehand, as it may be what was wrong; and no target, which consoles would put before the name.
        _prompted = Host.UI.PromptForCredential(CommandText.Format(MessageId.ProxySignIn), reason, string.Empty, string.Empty);
        Own(_prompted?.Password);
        return _prompted is not null;
    }

    // Whether other credentials for the proxy could help.
    private static bool WantsCredential(ErrorId? errorId) =>
        errorId is ErrorId.ProxyAuthenticationRequired or ErrorId.ProxyCredentialRefused;

    private Uri? ProxyUri()
    {
        if (Proxy is null)
        {
            return null;
        }

        if (NoProxy)
        {
            throw new NaccsException(ErrorId.ProxyChoiceContradictory, Proxy);
        }

        return ProxyAddress.TryParse(Proxy, out Uri? address)
            ? address
            : throw new NaccsException(ErrorId.ProxyAddressInvalid, Proxy);
    }
}
