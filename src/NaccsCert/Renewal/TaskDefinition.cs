using System;

namespace NaccsCert.Renewal;

/// <summary>The scheduled task of the reminder.</summary>
/// <param name="Name">Its name in the root folder, where every user may make tasks.</param>
/// <param name="Description">What people read of it.</param>
/// <param name="UserId">The account: its SID.</param>
/// <param name="Program">The program.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="LogonDelay">How long after signing in it runs, at random, so that a logon is not slowed and no herd forms.</param>
/// <param name="FirstRun">When it runs first, in local time; at random within the hour, and every hour of the working day.</param>
internal sealed record TaskDefinition(
    string Name,
    string Description,
    string UserId,
    string Program,
    string Arguments,
    TimeSpan LogonDelay,
    DateTime FirstRun);
