using System;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Net;
using System.Security;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.PowerShell.Prompts;
using NaccsCert.PowerShell.Text;
using NaccsCert.Services;
using NaccsCert.Sessions;
using NaccsCert.Validation.Roots;

namespace NaccsCert.PowerShell.Pipeline;

/// <summary>Asks the person at the console, on the pipeline thread.</summary>
/// <param name="host">The host.</param>
/// <param name="pump">Leads to the pipeline thread.</param>
/// <param name="mayAsk">Whether the command may ask.</param>
/// <param name="progress">What is shown of progress, which makes room for a question; null for nothing.</param>
internal sealed class HostInteraction(PSHost host, PipelinePump pump, bool mayAsk, EnrollmentProgress? progress) : IUserInteraction
{
    /// <summary>The name of the host that reads from the console, and writes to it.</summary>
    public const string ConsoleName = "ConsoleHost";

    private readonly Lazy<bool> _canAsk =
        new(() => mayAsk && host.UI?.RawUI is not null && Environment.UserInteractive && !IsUnattended(host));

    /// <summary>Whether the command may ask, and a person sits before this host: not in services, and not where the host refuses.</summary>
    public bool CanAsk => _canAsk.Value;

    /// <inheritdoc/>
    public Task<NetworkCredential?> AskProxyCredentialAsync(
        string reason, PromptAttempt attempt, CancellationToken cancellationToken) =>
        pump.InvokeAsync(() => Aside(() => AskProxyCredential(reason, attempt)), cancellationToken);

    /// <inheritdoc/>
    public Task<bool?> ConfirmAsync(RootOffer root, CancellationToken cancellationToken) => CanAsk
        ? pump.InvokeAsync<bool?>(() => Aside(() => Confirm(root)), cancellationToken)
        : Task.FromResult<bool?>(null);

    /// <summary>Asks for authentication codes, on the pipeline thread that this is called on.</summary>
    public CodePrompt NewCodePrompt() => new(Fields);

    /// <summary>
    /// Asks for the password of a file, masked, on the pipeline thread that this is called on: again while it is wrong, and three times at
    /// most.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="isRight">Whether a password is the right one.</param>
    /// <returns>The password that was entered last; null where nobody is there to answer.</returns>
    public SecureString? AskPassword(string path, Func<SecureString, bool> isRight)
    {
        if (!CanAsk)
        {
            return null;
        }

        string label = CommandText.Format(MessageId.PasswordLabel);
        PromptAttempt attempt = PromptAttempt.First;
        SecureString? entered = Fields.AskSecret(
            label, message: CommandText.Format(MessageId.PasswordQuestion, path, attempt.Number, PromptAttempt.Max));
        while (entered is not null && !isRight(entered) && attempt.Next.IsAllowed)
        {
            attempt = attempt.Next;
            entered.Dispose();
            entered = Fields.AskSecret(
                label, message: CommandText.Format(MessageId.PasswordWrong, attempt.Number, PromptAttempt.Max));
        }

        return entered;
    }

    private FieldPrompt Fields => new(host.UI, pump.Stopping);

    // No name beforehand, as it may be what was wrong. Without a name there is nothing to sign in with.
    private NetworkCredential? AskProxyCredential(string reason, PromptAttempt attempt)
    {
        string caption = CommandText.Format(MessageId.ProxySignIn, attempt.Number, PromptAttempt.Max);
        string? user = Fields.AskText(CommandText.Format(MessageId.ProxyUserLabel), caption, reason);
        return string.IsNullOrWhiteSpace(user) || Fields.AskSecret(CommandText.Format(MessageId.PasswordLabel)) is not { } password
            ? null
            : new PSCredential(user, password).GetNetworkCredential();
    }

    private bool Confirm(RootOffer root)
    {
        ChoiceDescription[] choices =
        [
            new(CommandText.Format(MessageId.AnswerYes), CommandText.Format(MessageId.RootTrustYes)),
            new(CommandText.Format(MessageId.AnswerNo), CommandText.Format(MessageId.RootTrustNo)),
        ];
        return host.UI.PromptForChoice(
            CommandText.Format(MessageId.RootTrustTitle),
            CommandText.Format(MessageId.RootTrustQuestion, root.Name, root.Sha256, HostNames.Show(root.Host)),
            [.. choices],
            defaultChoice: 1) == 0;
    }

    private T Aside<T>(Func<T> question) => progress is null ? question() : progress.Aside(question);

    // Whoever starts a console with its input from elsewhere does not sit before it. What was started with -NonInteractive refuses any
    // question, before it looks at the choices; otherwise it complains that there are none, and has shown nothing.
    private static bool IsUnattended(PSHost host)
    {
        if (host.Name != ConsoleName)
        {
            return false;
        }

        if (Console.IsInputRedirected)
        {
            return true;
        }

        try
        {
            host.UI.PromptForChoice(string.Empty, string.Empty, [], defaultChoice: -1);
            return false;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }
}
