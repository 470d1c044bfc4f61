using System.IO;

namespace NaccsCert.Module.Tests.Commands.Support;

/// <summary>What the reminder of the tests' user remembers.</summary>
internal static class ReminderFolder
{
    /// <summary>The collection of the tests that run the reminder, of which a user has one: they take turns.</summary>
    public const string Turns = "Reminder";

    /// <summary>The file.</summary>
    public static string StatePath => Path.Combine(UserData.Folder, "reminder", "state.json");

    /// <summary>Forgets it.</summary>
    public static void Forget()
    {
        if (File.Exists(StatePath))
        {
            File.Delete(StatePath);
        }
    }
}
