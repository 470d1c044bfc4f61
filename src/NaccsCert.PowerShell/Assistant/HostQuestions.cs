using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Host;
using NaccsCert.PowerShell.Text;

namespace NaccsCert.PowerShell.Assistant;

/// <summary>Asks by the prompts of the host, with words of the module.</summary>
/// <param name="userInterface">Where to ask.</param>
internal sealed class HostQuestions(PSHostUserInterface userInterface)
{
    private const string Help = "?";

    /// <summary>Asks whether to do something; who only presses Enter says no.</summary>
    /// <param name="title">What it is about.</param>
    /// <param name="question">The question.</param>
    public bool Confirm(string title, string question) => userInterface.PromptForChoice(
        title,
        question,
        [
            new ChoiceDescription(CommandText.Format(MessageId.AnswerYes), CommandText.Format(MessageId.AssistantYesHelp)),
            new ChoiceDescription(CommandText.Format(MessageId.AnswerNo), CommandText.Format(MessageId.AssistantNoHelp)),
        ],
        defaultChoice: 1) == 0;

    /// <summary>
    /// Lets choose one of several, a line for each: the host's own prompt has them all on one. Who only presses Enter takes the last,
    /// which changes nothing, and so does the end of the input.
    /// </summary>
    /// <param name="question">The question.</param>
    /// <param name="items">What can be chosen.</param>
    /// <returns>The index of the choice.</returns>
    public int Choose(string question, IReadOnlyList<MenuItem> items)
    {
        userInterface.WriteLine(string.Empty);
        userInterface.WriteLine(question);
        foreach (MenuItem item in items)
        {
            userInterface.WriteLine($"  [{item.Key}] {item.Name}");
        }

        while (true)
        {
            userInterface.Write(CommandText.Format(MessageId.MenuPrompt, items[items.Count - 1].Key));
            string? answer = userInterface.ReadLine();
            if (string.IsNullOrWhiteSpace(answer))
            {
                return items.Count - 1;
            }

            int chosen = items.ToList().FindIndex(item => item.IsMeantBy(answer!));
            if (chosen >= 0)
            {
                return chosen;
            }

            ShowHelp(answer!, items);
        }
    }

    private void ShowHelp(string answer, IReadOnlyList<MenuItem> items)
    {
        if (!string.Equals(answer.Trim(), Help, StringComparison.Ordinal))
        {
            userInterface.WriteLine(CommandText.Format(MessageId.MenuNoSuchKey, string.Join(", ", items.Select(item => item.Key))));
            return;
        }

        foreach (MenuItem item in items)
        {
            userInterface.WriteLine($"  [{item.Key}] {item.Help}");
        }
    }
}
