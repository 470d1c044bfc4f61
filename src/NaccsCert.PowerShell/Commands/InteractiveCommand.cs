using System;
using System.Management.Automation;
using System.Security;

namespace NaccsCert.PowerShell.Commands;

/// <summary>What the commands share that can ask the user something on their way.</summary>
public abstract class InteractiveCommand : GuidedCommand
{
    /// <summary>
    /// Asks nothing, and lets Windows ask nothing: what would need an answer is left out, and the result or the error says so.
    /// </summary>
    [Parameter]
    public SwitchParameter NonInteractive { get; set; }

    /// <inheritdoc/>
    private protected sealed override bool MayAsk => !NonInteractive;

    /// <inheritdoc/>
    private protected sealed override bool MayTell => !NonInteractive;

    /// <summary>Whether somebody is there to answer a question.</summary>
    private protected bool CanAskUser => NewInteraction().CanAsk;

    /// <summary>Asks for the password of a file, masked, again while it is wrong.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isRight">Whether a password is the right one.</param>
    /// <returns>The password; null where nobody is there to answer.</returns>
    private protected SecureString? AskPassword(string path, Func<SecureString, bool> isRight) =>
        Own(NewInteraction().AskPassword(path, isRight));
}
