using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation.Host;

namespace NaccsCert.Module.Tests.Engine.Prompts;

/// <summary>Asks for one of several choices, such as those of <c>-Confirm</c>.</summary>
internal static class ChoicePrompt
{
    private const string HelpKey = "?";

    /// <summary>Asks until an answer names a choice, by hot key or by whole label.</summary>
    /// <param name="userInterface">Where to ask.</param>
    /// <param name="caption">The heading.</param>
    /// <param name="message">The question.</param>
    /// <param name="choices">The choices, whose labels mark their hot keys with an ampersand.</param>
    /// <param name="defaultChoice">What an empty answer means; -1 if nothing.</param>
    /// <returns>The index of the choice.</returns>
    public static int Ask(
        PSHostUserInterface userInterface,
        string caption,
        string message,
        Collection<ChoiceDescription> choices,
        int defaultChoice)
    {
        (string Text, string HotKey)[] labels = [.. choices.Select(choice => Heading.SplitLabel(choice.Label))];
        Heading.Write(userInterface, caption, message);
        while (true)
        {
            userInterface.Write(Question(labels, defaultChoice));
            string answer = userInterface.ReadLine().Trim();
            if (answer.Length == 0 && defaultChoice >= 0)
            {
                return defaultChoice;
            }

            int chosen = Array.FindIndex(labels, label => Names(label, answer));
            if (chosen >= 0)
            {
                return chosen;
            }

            if (answer == HelpKey)
            {
                WriteHelp(userInterface, labels, choices);
            }
        }
    }

    private static string Question((string Text, string HotKey)[] labels, int defaultChoice)
    {
        IEnumerable<string> offered = labels.Select(label => $"[{Key(label)}] {label.Text}").Append("[?] Help");
        string byDefault = defaultChoice >= 0 ? $" (default is \"{Key(labels[defaultChoice])}\")" : string.Empty;
        return $"{string.Join("  ", offered)}{byDefault}: ";
    }

    private static void WriteHelp(
        PSHostUserInterface userInterface,
        (string Text, string HotKey)[] labels,
        Collection<ChoiceDescription> choices)
    {
        for (int index = 0; index < labels.Length; index++)
        {
            userInterface.WriteLine($"{Key(labels[index])} - {choices[index].HelpMessage}");
        }
    }

    private static bool Names((string Text, string HotKey) label, string answer) =>
        answer.Length > 0
        && (answer.Equals(label.HotKey, StringComparison.OrdinalIgnoreCase)
            || answer.Equals(label.Text, StringComparison.OrdinalIgnoreCase));

    private static string Key((string Text, string HotKey) label) =>
        label.HotKey.Length > 0 ? label.HotKey : label.Text;
}
