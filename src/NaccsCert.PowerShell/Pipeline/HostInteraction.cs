using System;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Net;
using System.Security;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.PowerShell.Text;
using NaccsCert.Services;
using NaccsCert.Sessions;
using NaccsCert.Validation.Roots;

namespace NaccsCert.PowerShell.Pipeline;

/// <summary>Asks the person at the console, on the pipeline thread.</summary>
/// <param name="host">The host.</param>
/// <param name="pump">Leads to the pipeline thread.</param>
/// <param name="mayAsk">Whether the command may ask.</param>
internal sealed class HostInteraction(PSHost host, PipelinePump pump, bool mayAsk) : IUserInteraction
{
    private const string ConsoleName = "ConsoleHost";
    private const string PasswordField = "Password";

    private readonly Lazy<bool> _canAsk =
        new(() => mayAsk && host.UI?.RawUI is not null && Environment.UserInteractive && !Refuses(host));

    /// <summary>Whether the command may ask, and a person sits before this host: not in services, and not where the host refuses.</summary>
    public bool CanAsk => _canAsk.Value;

    /// <inheritdoc/>
    public Task<NetworkCredential?> AskProxyCredentialAsync(string reason, CancellationToken cancellationToken) =>
        pump.InvokeAsync(() => AskProxyCredential(reason), cancellationToken);

    /// <inheritdoc/>
    public Task<bool?> ConfirmAsync(RootOffer root, CancellationToken cancellationToken) => CanAsk
        ? pump.InvokeAsync<bool?>(() => Confirm(root), cancellationToken)
        : Task.FromResult<bool?>(null);

    /// <summary>Asks for the password of a file, masked, on the pipeline thread that this is called on.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The password; null where nobody is there to answer.</returns>
    public SecureString? AskPassword(string path)
    {
        if (!CanAsk)
        {
            return null;
        }

        var field = new FieldDescription(PasswordField) { Label = CommandText.Format(MessageId.PasswordLabel) };
        field.SetParameterType(typeof(SecureString));
        return host.UI.Prompt(string.Empty, CommandText.Format(MessageId.PasswordQuestion, path), [field])
            .TryGetValue(PasswordField, out PSObject? answer)
            ? answer?.BaseObject as SecureString
            : null;
    }

    // No name beforehand, as it may be what was wrong; and no target, which consoles would put before the name.
    private NetworkCredential? AskProxyCredential(string reason) => host.UI.PromptForCredential(
        CommandText.Format(MessageId.ProxySignIn), reason, string.Empty, string.Empty)?.GetNetworkCredential();

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

    // What was started with -NonInteractive refuses any question, before it looks at the choices. Otherwise it complains that there
    // are none, and has shown nothing.
    private static bool Refuses(PSHost host)
    {
        if (host.Name != ConsoleName)
        {
            return false;
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
