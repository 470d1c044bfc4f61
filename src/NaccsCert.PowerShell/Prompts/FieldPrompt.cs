using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Threading;

namespace NaccsCert.PowerShell.Prompts;

/// <summary>Asks for one value after the other with the host's own prompt, which every host has: consoles, ISE and editors.</summary>
/// <param name="userInterface">Where to ask.</param>
/// <param name="stopping">Is cancelled by Ctrl+C, which not every host notices while it reads.</param>
internal sealed class FieldPrompt(PSHostUserInterface userInterface, CancellationToken stopping)
{
    /// <summary>Says something of several lines.</summary>
    public void Say(string text)
    {
        foreach (string line in text.Split('\n'))
        {
            userInterface.WriteLine(line.TrimEnd('\r'));
        }
    }

    /// <summary>Asks for a text.</summary>
    /// <param name="label">What for.</param>
    /// <param name="caption">The heading; empty for none.</param>
    /// <param name="message">The question; empty for none.</param>
    /// <returns>The answer; null when the host gives none.</returns>
    public string? AskText(string label, string caption = "", string message = "") =>
        Ask(label, caption, message, typeof(string)) as string;

    /// <summary>Asks for a secret, masked.</summary>
    /// <param name="label">What for.</param>
    /// <param name="caption">The heading; empty for none.</param>
    /// <param name="message">The question; empty for none.</param>
    /// <returns>The answer, which the caller disposes of; null when the host gives none.</returns>
    public SecureString? AskSecret(string label, string caption = "", string message = "") =>
        Ask(label, caption, message, typeof(SecureString)) as SecureString;

    private object? Ask(string label, string caption, string message, Type type)
    {
        // Consoles show the name, other hosts the label.
        var field = new FieldDescription(label) { Label = label };
        field.SetParameterType(type);
        Dictionary<string, PSObject> answers = userInterface.Prompt(caption, message, [field]);
        stopping.ThrowIfCancellationRequested();
        return answers.TryGetValue(label, out PSObject? answer) ? answer?.BaseObject : null;
    }
}
