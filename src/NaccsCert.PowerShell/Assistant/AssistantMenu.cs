using System.Linq;
using NaccsCert.PowerShell.Text;

namespace NaccsCert.PowerShell.Assistant;

/// <summary>The menu of the assistant.</summary>
/// <param name="questions">Asks.</param>
internal sealed class AssistantMenu(HostQuestions questions)
{
    private static readonly (AssistantChoice Choice, MessageId Label, MessageId Help)[] Items =
    [
        (AssistantChoice.Enroll, MessageId.ChoiceEnroll, MessageId.ChoiceEnrollHelp),
        (AssistantChoice.Renew, MessageId.ChoiceRenew, MessageId.ChoiceRenewHelp),
        (AssistantChoice.Check, MessageId.ChoiceCheck, MessageId.ChoiceCheckHelp),
        (AssistantChoice.Connect, MessageId.ChoiceConnect, MessageId.ChoiceConnectHelp),
        (AssistantChoice.Remind, MessageId.ChoiceRemind, MessageId.ChoiceRemindHelp),
        (AssistantChoice.Version, MessageId.ChoiceVersion, MessageId.ChoiceVersionHelp),
        (AssistantChoice.Support, MessageId.ChoiceSupport, MessageId.ChoiceSupportHelp),
        (AssistantChoice.Exit, MessageId.ChoiceExit, MessageId.ChoiceExitHelp),
    ];

    /// <summary>Asks what to do.</summary>
    public AssistantChoice Ask() => Items[questions.Choose(
        CommandText.Format(MessageId.AssistantQuestion),
        [.. Items.Select(item => new MenuItem(CommandText.Format(item.Label), CommandText.Format(item.Help)))])].Choice;
}
