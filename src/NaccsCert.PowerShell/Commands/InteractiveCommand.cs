using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Security;
using NaccsCert.IO;
using NaccsCert.PowerShell.Text;

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

    /// <summary>Where files go that nobody named a place for, and people find them again. Services and some accounts have no such folder.</summary>
    private protected static string DocumentsFolder
    {
        get
        {
            string documents = Environment.GetFolderPath(Environment.SpecialFolder.MyDocuments);
            return documents.Length > 0 && Directory.Exists(documents) ? documents : ".";
        }
    }

    /// <summary>Asks whether files that are there may be replaced. Nobody is asked where nobody answers: then they are an error.</summary>
    /// <param name="paths">The full paths of the files to write.</param>
    /// <param name="force">Whether they are replaced without asking.</param>
    /// <param name="overwrite">Whether files that are there may be replaced.</param>
    /// <returns>Whether to write at all.</returns>
    private protected bool MayWrite(IReadOnlyList<string> paths, bool force, out bool overwrite)
    {
        overwrite = force;
        string? existing = paths.FirstOrDefault(path => PathKinds.Of(path) == PathKind.File);
        if (overwrite || existing is null || !CanAskUser)
        {
            return true;
        }

        overwrite = ShouldContinue(
            CommandText.Format(MessageId.ReplaceFileQuestion, existing), CommandText.Format(MessageId.ReplaceFileTitle));
        return overwrite;
    }

    /// <summary>Asks for the password of a file, masked, again while it is wrong.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isRight">Whether a password is the right one.</param>
    /// <returns>The password; null where nobody is there to answer.</returns>
    private protected SecureString? AskPassword(string path, Func<SecureString, bool> isRight) =>
        Own(NewInteraction().AskPassword(path, isRight));
}
