using System.Management.Automation;
using NaccsCert.Transport;

namespace NaccsCert.PowerShell.Commands;

/// <summary>What the commands share that go through the network: the proxy, and signing in to it (manual 1.3).</summary>
public abstract class NetworkCommand : InteractiveCommand
{
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

    /// <inheritdoc/>
    protected sealed override void BeginProcessing() => Proxy = NetworkChoices.HideUser(Proxy, MyInvocation);

    /// <inheritdoc/>
    private protected override NetworkOptions Network =>
        NetworkChoices.Read(Proxy, NoProxy, ProxyCredential, ProxyAuthentication, Services.Policy.Network);
}
