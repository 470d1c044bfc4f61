using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Text;
using NaccsCert.Module.Tests.Engine.Prompts;
using NaccsCert.TestSupport;

namespace NaccsCert.Module.Tests.Engine;

/// <summary>Keeps what is shown, and reads what is typed from a list.</summary>
internal sealed class ScriptedUserInterface : PSHostUserInterface
{
    private readonly Queue<string> _answers = new();
    private readonly StringBuilder _shown = new();
    private readonly List<string> _warned = [];

    /// <inheritdoc/>
    public override PSHostRawUserInterface RawUI { get; } = new FixedRawUserInterface();

    /// <summary>Puts answers in a row.</summary>
    public void Answer(IEnumerable<string> answers)
    {
        foreach (string answer in answers)
        {
            _answers.Enqueue(answer);
        }
    }

    /// <summary>What was shown since the last call. Answers that nobody asked for are forgotten.</summary>
    public string TakeShown()
    {
        string shown = _shown.ToString();
        _shown.Clear();
        _answers.Clear();
        return shown;
    }

    /// <summary>The warnings that were shown since the last call; those of the engine's stream are among them.</summary>
    public IReadOnlyList<string> TakeWarned()
    {
        string[] warned = [.. _warned];
        _warned.Clear();
        return warned;
    }

    /// <inheritdoc/>
    public override string ReadLine() => _answers.TryDequeue(out string? answer)
        ? answer
        : throw new PSInvalidOperationException("The test gave no answer to this prompt.");

    /// <inheritdoc/>
    public override SecureString ReadLineAsSecureString() => Protect(ReadLine());

    /// <inheritdoc/>
    public override void Write(string value) => _shown.Append(value);

    /// <inheritdoc/>
    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    /// <inheritdoc/>
    public override void WriteLine(string value) => _shown.Append(value).Append('\n');

    /// <inheritdoc/>
    public override void WriteErrorLine(string value) => WriteLine(value);

    /// <inheritdoc/>
    public override void WriteDebugLine(string message)
    {
        // Kept by the engine's own stream.
    }

    /// <inheritdoc/>
    public override void WriteVerboseLine(string message)
    {
        // Kept by the engine's own stream.
    }

    /// <inheritdoc/>
    public override void WriteWarningLine(string message) => _warned.Add(message);

    /// <inheritdoc/>
    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        // Kept by the engine's own stream.
    }

    /// <inheritdoc/>
    public override Dictionary<string, PSObject> Prompt(
        string caption, string message, Collection<FieldDescription> descriptions) =>
        FieldPrompt.Ask(this, caption, message, descriptions);

    /// <inheritdoc/>
    public override int PromptForChoice(
        string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        ChoicePrompt.Ask(this, caption, message, choices, defaultChoice);

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName) =>
        CredentialPrompt.Ask(this, caption, message, userName, targetName);

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) =>
        CredentialPrompt.Ask(this, caption, message, userName, targetName);

    private static SecureString Protect(string text)
    {
        SecureString secret = SecureText.Of(text);
        secret.MakeReadOnly();
        return secret;
    }
}
