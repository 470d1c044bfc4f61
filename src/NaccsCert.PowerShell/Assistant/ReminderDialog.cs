using System.Linq;
using NaccsCert.PowerShell.Text;

namespace NaccsCert.PowerShell.Assistant;

/// <summary>更新のお知らせの設定: what to do with the reminder, and whether really.</summary>
/// <param name="questions">Asks.</param>
/// <param name="commands">The command lines.</param>
/// <param name="hasStartMenu">Whether this platform has a Start menu.</param>
internal sealed class ReminderDialog(HostQuestions questions, AssistantCommands commands, bool hasStartMenu)
{
    private static string Title => CommandText.Format(MessageId.ReminderTitle);

    /// <summary>Asks.</summary>
    /// <param name="isRegistered">Whether the reminder is registered, and so can be removed.</param>
    /// <returns>The command line; null when nothing is to be done.</returns>
    public string? Ask(bool isRegistered)
    {
        (MessageId Label, MessageId Help)[] items =
        [
            (MessageId.ChoiceRegister, MessageId.ChoiceRegisterHelp),
            (MessageId.ChoiceAutoRenew, MessageId.ChoiceAutoRenewHelp),
            .. isRegistered ? new[] { (MessageId.ChoiceUnregister, MessageId.ChoiceUnregisterHelp) } : [],
            (MessageId.ChoiceBack, MessageId.ChoiceBackHelp),
        ];
        MessageId chosen = items[questions.Choose(
            CommandText.Format(MessageId.AssistantWhichReminder),
            [.. items.Select(item => new MenuItem(CommandText.Format(item.Label), CommandText.Format(item.Help)))])].Label;
        return chosen switch
        {
            MessageId.ChoiceRegister => Register(autoRenew: false),
            MessageId.ChoiceAutoRenew => Register(autoRenew: true),
            MessageId.ChoiceUnregister => Confirmed(MessageId.AssistantConfirmUnregister) ? AssistantCommands.Unregister : null,
            _ => null,
        };
    }

    private string? Register(bool autoRenew)
    {
        if (!Confirmed(autoRenew ? MessageId.AssistantConfirmAutoRenew : MessageId.AssistantConfirmRegister))
        {
            return null;
        }

        return commands.Register(autoRenew, hasStartMenu && Confirmed(MessageId.AssistantConfirmStartMenu));
    }

    private bool Confirmed(MessageId question) => questions.Confirm(Title, CommandText.Format(question));
}
