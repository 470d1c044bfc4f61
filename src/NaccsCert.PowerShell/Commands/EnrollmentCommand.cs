using System;
using System.Management.Automation;
using NaccsCert.Enrollment;
using NaccsCert.Guidance;
using NaccsCert.PowerShell.Text;
using NaccsCert.Services;
using NaccsCert.Transport;

namespace NaccsCert.PowerShell.Commands;

/// <summary>What the commands share that run enrollments to their end: the route, retries, waiting, and the choices about the root.</summary>
public abstract class EnrollmentCommand : InteractiveCommand
{
    private static readonly TimeSpan MaxRetryTime = TimeSpan.FromMinutes(2);

    /// <summary>The store of the current user for the certificate.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public virtual string StoreName { get; set; } = "My";

    /// <summary>Leaves the root of the client certificate out of the user's trusted roots.</summary>
    [Parameter]
    public SwitchParameter SkipRootCA { get; set; }

    /// <summary>How many times an error that may pass is retried. A refusal never is.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int MaximumRetryCount { get; set; } = 2;

    /// <summary>The seconds before the first retry; they double with each further one, with some random time added.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int RetryIntervalSec { get; set; } = 2;

    /// <summary>Waits for a service that issues later, instead of ending with the status Pending.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>The longest wait in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 7 * 24 * 3600)]
    public int TimeoutSec { get; set; } = 3600;

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
    protected sealed override void BeginProcessing()
    {
        Proxy = NetworkChoices.HideUser(Proxy, MyInvocation);
        Begin();
    }

    /// <summary>What a command does before its first input object. No password is left in what its records would show.</summary>
    private protected virtual void Begin()
    {
    }

    /// <inheritdoc/>
    private protected override NetworkOptions Network =>
        NetworkChoices.Read(Proxy, NoProxy, ProxyCredential, ProxyAuthentication, Services.Policy.Network);

    /// <inheritdoc/>
    private protected override CommandPlace Place => PlaceIn(StoreName);

    /// <inheritdoc/>
    private protected override TimeSpan? LongestWait => Wait ? TimeSpan.FromSeconds(TimeoutSec) : null;

    /// <summary>The user's choices as the library takes them.</summary>
    private protected virtual EnrollmentOptions Options() => new()
    {
        StoreName = StoreName,
        RootCA = RootHandling(SkipRootCA),
        Retry = new RetryPolicy(MaximumRetryCount, TimeSpan.FromSeconds(RetryIntervalSec), MaxRetryTime),
    };

    /// <summary>
    /// Finishes the renewals that were interrupted at their very end: they have left no certificate that is due, and so no other
    /// occasion.
    /// </summary>
    private protected void FinishInterruptedRenewals()
    {
        Run((session, token) => session.CleanUpAsync(token));
        if (OpenSession().HasInterrupted(null) && ShouldProcess(Definition.Name, MessageId.ActionResume))
        {
            FinishInterrupted(null);
        }
    }

    /// <summary>Finishes what was interrupted after the service had issued.</summary>
    /// <param name="except">Codes whose own enrollment is resumed anyway; null for none.</param>
    private protected void FinishInterrupted(AuthenticationCodes? except)
    {
        if (OpenSession().HasInterrupted(except))
        {
            Run(
                async (session, token) =>
                {
                    await session.FinishInterruptedAsync(except, Options(), token).ConfigureAwait(false);
                    return true;
                },
                CommandText.Format(MessageId.ActivityResume));
        }
    }

    /// <summary>
    /// Asks the user as PowerShell does, in the right account. Under -WhatIf the service is asked too, with what changes nothing.
    /// </summary>
    private protected bool ShouldEnroll(string target, MessageId action, KeyAlgorithm? keyAlgorithm)
    {
        OpenSession().RequireAccount();
        bool confirmed = ShouldProcess(target, action, out ShouldProcessReason reason);
        if (reason == ShouldProcessReason.WhatIf)
        {
            ServiceOffer offer = Run((session, token) => session.AskAsync(keyAlgorithm, token));
            Host.UI?.WriteLine(CommandText.Format(
                MessageId.ServiceWouldIssue,
                HostNames.Of(Definition.Enrollment.Url),
                keyAlgorithm ?? offer.KeyAlgorithm ?? NaccsCert.KeyAlgorithm.Rsa2048));
        }

        return confirmed;
    }
}
