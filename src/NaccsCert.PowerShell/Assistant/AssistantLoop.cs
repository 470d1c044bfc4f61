using System;
using System.Management.Automation.Host;
using NaccsCert.PowerShell.Text;
using NaccsCert.Resources;

namespace NaccsCert.PowerShell.Assistant;

/// <summary>
/// The tray tool's menu in a console (manual 4): shows the state, asks, runs the command that was chosen, and begins anew. It changes
/// nothing itself.
/// </summary>
/// <param name="userInterface">Where to show and ask.</param>
/// <param name="runner">Runs the commands.</param>
/// <param name="facts">What it looks at.</param>
/// <param name="commands">The command lines.</param>
/// <param name="hasStartMenu">Whether this platform has a Start menu.</param>
internal sealed class AssistantLoop(
    PSHostUserInterface userInterface, CommandRunner runner, AssistantFacts facts, AssistantCommands commands, bool hasStartMenu)
{
    private readonly HostQuestions _questions = new(userInterface);

    /// <summary>Shows the state, asks what to do, and does it.</summary>
    /// <returns>Whether to go on.</returns>
    public bool Turn()
    {
        ShowState();
        AssistantChoice choice = new AssistantMenu(_questions).Ask();
        if (choice == AssistantChoice.Exit)
        {
            return false;
        }

        foreach (string line in LinesFor(choice))
        {
            runner.Run(line);
        }

        return true;
    }

    private void ShowState()
    {
        AccountResult account = facts.Account();
        var status = new AssistantStatus(account.UserName, Environment.MachineName, WidthOf);
        userInterface.WriteLine(string.Empty);
        userInterface.WriteLine(Strings.Format(StringId.AssistantName));
        foreach (string line in status.Lines(facts.Certificates(), facts.Enrollments().Count))
        {
            userInterface.WriteLine(line);
        }
    }

    private string[] LinesFor(AssistantChoice choice)
    {
        switch (choice)
        {
            case AssistantChoice.Enroll:
                return One(AskEnroll());
            case AssistantChoice.Renew:
                return One(AskRenew());
            case AssistantChoice.Check:
                return [commands.List, commands.Test];
            case AssistantChoice.Connect:
                return [commands.Connect];
            case AssistantChoice.Remind:
                runner.Run(commands.Reminder);
                return One(new ReminderDialog(_questions, commands, hasStartMenu).Ask(facts.Reminder().Registered is not null));
            case AssistantChoice.Version:
                ShowOfficialTool();
                return [AssistantCommands.Version];
            default:
                return One(AskExport());
        }
    }

    // Two programs of one purpose: a support desk asks which of them it is about.
    private void ShowOfficialTool()
    {
        if (facts.OfficialTool() is { } tool)
        {
            userInterface.WriteLine(tool.Describe());
        }
    }

    // Codes that are used in the wrong account make a certificate that nobody can use (manual 1.1).
    private string? AskEnroll()
    {
        AccountResult account = facts.Account();
        if (account.Error is { } error)
        {
            Warn(account.Reason);
            Warn(ErrorText.RecommendedAction(error));
            return null;
        }

        return _questions.Confirm(
            CommandText.Format(MessageId.ActionEnroll), CommandText.Format(MessageId.AssistantConfirmEnroll, account.UserName))
            ? commands.Enroll
            : null;
    }

    private string? AskRenew()
    {
        (string? line, string? message) = new RenewalDialog(_questions, commands).Ask(facts.Certificates(), facts.Enrollments());
        if (message is not null)
        {
            Warn(message);
        }

        return line;
    }

    private string? AskExport()
    {
        int chosen = _questions.Choose(
            CommandText.Format(MessageId.AssistantWhichExport),
            [
                new(CommandText.Format(MessageId.ChoiceWithConnectivity), CommandText.Format(MessageId.ChoiceWithConnectivityHelp)),
                new(CommandText.Format(MessageId.ChoiceOffline), CommandText.Format(MessageId.ChoiceOfflineHelp)),
                new(CommandText.Format(MessageId.ChoiceBack), CommandText.Format(MessageId.ChoiceBackHelp)),
            ]);
        return chosen switch
        {
            0 => commands.Export(connectivity: true),
            1 => commands.Export(connectivity: false),
            _ => null,
        };
    }

    private void Warn(string text) => userInterface.WriteWarningLine(text);

    private static string[] One(string? line) => line is null ? [] : [line];

    private int WidthOf(string text) => userInterface.RawUI.LengthInBufferCells(text);
}
