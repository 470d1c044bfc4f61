using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Security;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment;
using NaccsCert.Guidance;
using NaccsCert.PowerShell.Pipeline;
using NaccsCert.PowerShell.Prompts;
using NaccsCert.PowerShell.Text;
using NaccsCert.Services;
using NaccsCert.Sessions;
using NaccsCert.Transport;
using NaccsCert.Validation.Installed;

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
        KeepsPrevious = !Services.Policy.ArchiveSuperseded,
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

    /// <summary>Takes the codes that were given, and asks for the others.</summary>
    /// <param name="given">The three codes; null for those that were not given.</param>
    /// <param name="target">What they are for, for the error.</param>
    /// <returns>The codes; the caller disposes of them.</returns>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.CodesRequired"/> where nobody is there to answer; <see cref="ErrorId.CodeInvalid"/> or
    /// <see cref="ErrorId.CodeReformatted"/> where a code cannot be one.
    /// </exception>
    private protected AuthenticationCodes CompleteCodes(IReadOnlyList<SecureString?> given, string target)
    {
        RequireValid(given);
        int[] missing = [.. Enumerable.Range(1, given.Count).Where(number => given[number - 1] is null)];
        HostInteraction interaction = NewInteraction();
        if (missing.Length > 0 && !interaction.CanAsk)
        {
            throw new NaccsException(ErrorId.CodesRequired, target, AuthenticationCodes.Names(missing));
        }

        CodePrompt prompt = interaction.NewCodePrompt();
        SecureString[] codes =
        [
            .. given.Select((code, index) => code ?? Own(prompt.Ask(index + 1))
                ?? throw new NaccsException(ErrorId.CodesRequired, target, AuthenticationCodes.NameOf(index + 1))),
        ];
        return new AuthenticationCodes(codes[0], codes[1], codes[2]);
    }

    /// <summary>Requires that codes can be codes, as far as they were given.</summary>
    /// <param name="given">The three codes; null for those that were not given.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.CodeInvalid"/> or <see cref="ErrorId.CodeReformatted"/>.</exception>
    private protected static void RequireValid(IReadOnlyList<SecureString?> given)
    {
        for (int index = 0; index < given.Count; index++)
        {
            if (given[index] is { } code)
            {
                _ = AuthenticationCodes.Require(code, index + 1);
            }
        }
    }

    /// <summary>Runs what takes codes. Whoever ends it with Ctrl+C is told whether they have been used: nothing else could.</summary>
    /// <param name="codes">The codes; null for none.</param>
    /// <param name="enrollmentId">The enrollment that is resumed; null for a new one.</param>
    /// <param name="work">The work.</param>
    /// <param name="activity">What the progress is about.</param>
    private protected EnrollmentResult RunWithCodes(
        AuthenticationCodes? codes,
        string? enrollmentId,
        Func<NaccsSession, CancellationToken, Task<EnrollmentResult>> work,
        string activity)
    {
        // A host that is being stopped would refuse to be asked.
        bool isAttended = CanAskUser;
        try
        {
            return Run(work, activity);
        }
        catch (Exception exception) when (exception is OperationCanceledException or PipelineStoppedException)
        {
            if (codes is not null && isAttended && OpenSession().CodeUseOf(codes, enrollmentId) is { } use)
            {
                // A pipeline that is stopped takes no more records: only the host shows it.
                Host.UI.WriteWarningLine(CodeUseText.Advice(use));
            }

            throw;
        }
    }

    /// <summary>
    /// Asks the user as PowerShell does, in the right account. Under -WhatIf the service is asked too, with what changes nothing.
    /// </summary>
    /// <param name="target">What it is done to.</param>
    /// <param name="action">What is done.</param>
    /// <param name="keyAlgorithm">The kind of key that the user asks for; null for none in particular.</param>
    /// <param name="current">The certificate that is renewed; null for a first enrollment.</param>
    private protected bool ShouldEnroll(
        string target, MessageId action, KeyAlgorithm? keyAlgorithm, StoredCertificate? current = null)
    {
        OpenSession().RequireAccount();
        bool confirmed = ShouldProcess(target, action, out ShouldProcessReason reason);
        if (reason == ShouldProcessReason.WhatIf)
        {
            ServiceOffer offer = Run((session, token) => session.AskAsync(keyAlgorithm, current, token));
            Host.UI?.WriteLine(CommandText.Format(
                MessageId.ServiceWouldIssue,
                HostNames.Of(Definition.Enrollment.Url),
                keyAlgorithm ?? offer.KeyAlgorithm ?? NaccsCert.KeyAlgorithm.Rsa2048));
        }

        return confirmed;
    }
}
