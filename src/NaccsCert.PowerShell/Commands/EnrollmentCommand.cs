using System.Globalization;
using System.Management.Automation;
using NaccsCert.Enrollment;
using NaccsCert.Http;
using NaccsCert.PowerShell.Completers;
using NaccsCert.PowerShell.Text;

namespace NaccsCert.PowerShell.Commands;

/// <summary>What enrolment and renewal share: the choices about the new certificate, and the way through a session.</summary>
public abstract class EnrollmentCommand : NaccsCommand
{
    /// <summary>The kind of key. Without it, what the service wants, or RSA 2048.</summary>
    [Parameter]
    public KeyAlgorithm? KeyAlgorithm { get; set; }

    /// <summary>The key storage provider. Without it, the software provider of the platform.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(KeyStorageProviderCompleter))]
    public string? KeyStorageProvider { get; set; }

    /// <summary>The friendly name of the certificate in the store (Windows).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string FriendlyName { get; set; } = string.Empty;

    /// <summary>Lets the private key be exported later. Without it, it never leaves this computer.</summary>
    [Parameter]
    public SwitchParameter Exportable { get; set; }

    /// <summary>Leaves the root of the client certificate out of the user's trusted roots.</summary>
    [Parameter]
    public SwitchParameter SkipRootCA { get; set; }

    /// <summary>The store of the current user for the certificate.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string StoreName { get; set; } = "My";

    /// <summary>The user's choices as the library takes them.</summary>
    private protected EnrollmentOptions Options() => new()
    {
        KeyAlgorithm = KeyAlgorithm,
        KeyStorageProvider = KeyStorageProvider,
        Exportable = Exportable,
        FriendlyName = FriendlyName,
        StoreName = StoreName,
        SkipRootCA = SkipRootCA,
    };

    /// <summary>Asks the user as PowerShell does. Under -WhatIf the service is asked too, with what changes nothing.</summary>
    private protected bool ShouldAsk(string target, string action)
    {
        bool confirmed = ShouldProcess(
            Messages.Of(MessageId.ActionOnTarget, action, target),
            Messages.Of(MessageId.ActionOnTargetQuestion, action, target),
            action,
            out ShouldProcessReason reason);
        if (reason == ShouldProcessReason.WhatIf)
        {
            ServiceOffer offer = Await(token => ServiceOffer.AskAsync(Definition, Clock, token));
            Host.UI?.WriteLine(Messages.Of(
                MessageId.ServiceWouldAnswer,
                Definition.Enrollment.Url.Host,
                KeyAlgorithm ?? offer.KeyAlgorithm ?? NaccsCert.KeyAlgorithm.Rsa2048));
        }

        return confirmed;
    }

    /// <summary>Takes a session to its end, telling each step.</summary>
    private protected EnrollmentResult Run(EnrollmentSession session, string activity)
    {
        var progress = new ProgressRecord(1, activity, " ");
        while (session.NextStep is { } step)
        {
            progress.StatusDescription = Messages.Of(step);
            progress.PercentComplete = (int)step * 100 / (int)EnrollmentStep.Complete;
            WriteProgress(progress);
            Tell(Await(session.AdvanceAsync));
        }

        progress.RecordType = ProgressRecordType.Completed;
        WriteProgress(progress);
        return session.Result;
    }

    private void Tell(EnrollmentEvent done)
    {
        foreach (HttpExchange exchange in done.Exchanges)
        {
            WriteVerbose(string.Format(
                CultureInfo.InvariantCulture,
                "{0} {1}: {2} ({3:F0} ms)",
                exchange.Method,
                exchange.Url,
                exchange.StatusCode,
                exchange.Duration.TotalMilliseconds));
        }

        WriteVerbose($"{Messages.Of(done.Step)} {done.EnrollmentId}".TrimEnd());
    }
}
