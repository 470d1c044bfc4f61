using System;
using System.Security.Cryptography;
using NaccsCert.Resources;

namespace NaccsCert.Renewal;

/// <summary>Makes the task of a user: the same for all, but for the moments at which it runs.</summary>
internal static class ReminderTask
{
    private const int MaxLogonDelay = 30;
    private const int MinutesOfHour = 60;

    // Before the first hour to which silent renewals are spread, and every hour from then on.
    private const int FirstHour = 8;

    /// <summary>The name of the task: users share the root folder, but not their tasks.</summary>
    /// <param name="userId">The SID of the user.</param>
    public static string NameFor(string userId) => "NaccsCert renewal reminder " + userId;

    /// <summary>Makes it.</summary>
    /// <param name="userId">The SID of the user.</param>
    /// <param name="command">The command lines.</param>
    /// <param name="today">The day from which on it runs.</param>
    /// <param name="random">Gives a whole number from 0 to less than the one given.</param>
    public static TaskDefinition New(string userId, ReminderCommand command, DateTime today, Func<int, int> random) => new(
        NameFor(userId),
        Strings.Format(StringId.ReminderTaskDescription),
        userId,
        command.Program,
        command.RunArguments,
        TimeSpan.FromMinutes(1 + random(MaxLogonDelay)),
        today.Date.AddHours(FirstHour).AddMinutes(random(MinutesOfHour)));

    /// <summary>Chance that no two computers share.</summary>
    /// <param name="bound">The first number that is not given.</param>
    public static int Random(int bound)
    {
        var bytes = new byte[4];
        using var source = RandomNumberGenerator.Create();
        source.GetBytes(bytes);
        return (int)(BitConverter.ToUInt32(bytes, 0) % (uint)bound);
    }
}
