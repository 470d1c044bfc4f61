using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using NaccsCert.PSHost.Prompts;

namespace NaccsCert.PSHost;

/// <summary>Writes what the engine shows: errors to standard error, everything else to standard output.</summary>
internal sealed class HostUserInterface : PSHostUserInterface
{
    private readonly TextWriter _output = Console.Out;
    private readonly TextWriter _error = Console.Error;
    private readonly LineReader _reader;
    private readonly ProgressLine _progress;

    /// <summary>Makes the user interface of one session.</summary>
    /// <param name="reader">Where answers come from.</param>
    public HostUserInterface(LineReader reader)
    {
        _reader = reader;
        _progress = new ProgressLine(_output);
    }

    /// <inheritdoc/>
    public override PSHostRawUserInterface RawUI { get; } = new RawUserInterface();

    /// <summary>Whether what is written as output is an error's text, and goes where errors go.</summary>
    public bool OutputIsError { get; set; }

    /// <inheritdoc/>
    public override bool SupportsVirtualTerminal => Terminal.HasOutput;

    /// <inheritdoc/>
    public override void Write(string value)
    {
        _progress.Erase();
        if (OutputIsError)
        {
            _error.Write(GetOutputString(value, Terminal.HasError));
        }
        else
        {
            _output.Write(GetOutputString(value, Terminal.HasOutput));
        }
    }

    /// <inheritdoc/>
    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        Write(value);

    /// <inheritdoc/>
    public override void WriteLine(string value) => Write(value + Environment.NewLine);

    /// <inheritdoc/>
    public override void WriteErrorLine(string value)
    {
        _progress.Erase();
        _error.WriteLine(GetOutputString(value, Terminal.HasError));
    }

    /// <inheritdoc/>
    public override void WriteDebugLine(string message) => WriteLabelled("DEBUG", FormatStyle.Debug, message);

    /// <inheritdoc/>
    public override void WriteVerboseLine(string message) => WriteLabelled("VERBOSE", FormatStyle.Verbose, message);

    /// <inheritdoc/>
    public override void WriteWarningLine(string message) => WriteLabelled("WARNING", FormatStyle.Warning, message);

    /// <inheritdoc/>
    public override void WriteProgress(long sourceId, ProgressRecord record) => _progress.Show(record);

    /// <summary>Takes the progress line away, so that the shell's prompt comes on an empty line.</summary>
    public void Finish() => _progress.Erase();

    /// <inheritdoc/>
    public override string ReadLine() => _reader.Read();

    /// <inheritdoc/>
    public override SecureString ReadLineAsSecureString() => _reader.ReadMasked();

    /// <inheritdoc/>
    public override Dictionary<string, PSObject> Prompt(
        string caption, string message, Collection<FieldDescription> descriptions)
    {
        _reader.RequireInteractive();
        return FieldPrompt.Ask(this, caption, message, descriptions);
    }

    /// <inheritdoc/>
    public override int PromptForChoice(
        string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        _reader.RequireInteractive();
        return ChoicePrompt.Ask(this, caption, message, choices, defaultChoice);
    }

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName)
    {
        _reader.RequireInteractive();
        return CredentialPrompt.Ask(this, caption, message, userName, targetName);
    }

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) =>
        PromptForCredential(caption, message, userName, targetName);

    private void WriteLabelled(string label, FormatStyle style, string message)
    {
        string on = GetFormatStyleString(style);
        WriteLine(on.Length == 0 ? $"{label}: {message}" : $"{on}{label}: {message}{PSStyle.Instance.Reset}");
    }
}
