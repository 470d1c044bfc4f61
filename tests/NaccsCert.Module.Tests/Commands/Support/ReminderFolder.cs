using System;
using System.IO;
using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace NaccsCert.Module.Tests.Commands.Support;

/// <summary>What the reminder of the tests' user remembers, and whose turn it is to run it.</summary>
internal static class ReminderFolder
{
    /// <summary>The collection of the tests that run the reminder, of which a user has one: they take turns.</summary>
    public const string Turns = "Reminder";

    // With -WhatIf it does not run.
    private static readonly Regex Runs = new("Invoke-NaccsRenewalReminder(?! -WhatIf)");

    /// <summary>The file.</summary>
    public static string StatePath => Path.Combine(UserData.Folder, "reminder", "state.json");

    /// <summary>Refuses a script that runs the reminder outside of the turns: now and then it would find another test's at work.</summary>
    /// <param name="tests">The class of the tests.</param>
    /// <param name="script">The script.</param>
    /// <exception cref="InvalidOperationException">The class is not in the collection.</exception>
    public static void RequireTurn(Type tests, string script)
    {
        if (Runs.IsMatch(script) && tests.GetCustomAttribute<CollectionAttribute>()?.Name != Turns)
        {
            throw new InvalidOperationException($"{tests.Name} runs the reminder and belongs to the collection {Turns}.");
        }
    }

    /// <summary>Forgets it.</summary>
    public static void Forget()
    {
        if (File.Exists(StatePath))
        {
            File.Delete(StatePath);
        }
    }
}
