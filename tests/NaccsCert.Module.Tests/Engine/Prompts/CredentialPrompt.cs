using System.Management.Automation;
using System.Management.Automation.Host;

namespace NaccsCert.Module.Tests.Engine.Prompts;

/// <summary>Asks for a user name, unless it is known, and a password.</summary>
internal static class CredentialPrompt
{
    /// <summary>Asks; a target name that the user did not type himself goes before the user name.</summary>
    public static PSCredential Ask(
        PSHostUserInterface userInterface,
        string caption,
        string message,
        string userName,
        string targetName)
    {
        Heading.Write(userInterface, caption, message);
        if (string.IsNullOrEmpty(userName))
        {
            userInterface.Write("User: ");
            userName = userInterface.ReadLine();
            userName = string.IsNullOrEmpty(targetName) || userName.Contains('\\', System.StringComparison.Ordinal)
                ? userName
                : $@"{targetName}\{userName}";
        }

        userInterface.Write($"Password for user {userName}: ");
        return new PSCredential(userName, userInterface.ReadLineAsSecureString());
    }
}
