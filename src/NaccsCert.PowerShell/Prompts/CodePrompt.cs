using System.Security;
using NaccsCert.Enrollment;
using NaccsCert.PowerShell.Text;

namespace NaccsCert.PowerShell.Prompts;

/// <summary>Asks for authentication codes, one by one, and says of each at once what is wrong with it (manual 5.1).</summary>
/// <param name="fields">Where to ask.</param>
internal sealed class CodePrompt(FieldPrompt fields)
{
    // As at PowerShell's own prompts.
    private const string HelpKey = "!?";

    // No person gets it wrong so often: something answers that is no person.
    private const int MaxRejections = 10;

    private bool _isIntroduced;

    /// <summary>Asks for a code, again while it cannot be one.</summary>
    /// <param name="number">Which of the three, from 1.</param>
    /// <returns>The code, which the caller disposes of; null when the host gives no answer.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.CodeInvalid"/> or <see cref="ErrorId.CodeReformatted"/>: once too often.</exception>
    public SecureString? Ask(int number)
    {
        int rejections = 0;
        while (AskOnce(number) is { } entered)
        {
            CodeReading reading = AuthenticationCodes.Read(entered);
            if (reading.Code == HelpKey)
            {
                entered.Dispose();
                fields.Say(CommandText.Format(MessageId.CodesHelp));
                continue;
            }

            if (reading.Flaw is not { } flaw)
            {
                Tell(number, reading);
                return entered;
            }

            if (++rejections == MaxRejections)
            {
                Refuse(entered, number);
            }

            entered.Dispose();
            fields.Say(CommandText.Format(MessageId.CodeRejected, number, CodeReadingText.Flaw(flaw, reading.Position)));
        }

        return null;
    }

    private static void Refuse(SecureString code, int number)
    {
        using (code)
        {
            _ = AuthenticationCodes.Require(code, number);
        }
    }

    private SecureString? AskOnce(int number)
    {
        string label = CommandText.Format(MessageId.CodeLabel, number);
        if (_isIntroduced)
        {
            return fields.AskSecret(label);
        }

        _isIntroduced = true;
        return fields.AskSecret(label, CommandText.Format(MessageId.CodesTitle), CommandText.Format(MessageId.CodesQuestion));
    }

    private void Tell(int number, CodeReading reading)
    {
        foreach (string notice in CodeReadingText.Notices(reading))
        {
            fields.Say(CommandText.Format(MessageId.CodeNotice, number, notice));
        }
    }
}
