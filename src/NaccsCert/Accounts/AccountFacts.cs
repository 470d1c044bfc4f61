using System;

namespace NaccsCert.Accounts;

/// <summary>What the system says of the account of this process and of the desktop before it. Names are for people.</summary>
/// <param name="UserId">The account of this process as the system knows it: on Windows its SID.</param>
/// <param name="UserName">The account of this process, on Windows with its domain.</param>
/// <param name="DesktopUserName">The account that is signed in at the desktop, in the same notation; empty when nobody is.</param>
/// <param name="IsServiceAccount">Whether it is SYSTEM or another account of services.</param>
/// <param name="IsElevated">Whether this process has administrator rights.</param>
internal sealed record AccountFacts(
    string UserId, string UserName, string DesktopUserName, bool IsServiceAccount, bool IsElevated)
{
    // As long as a name may be in the records of a session (USERNAME_LENGTH of WtsApi32.h).
    private const int MaxSessionName = 20;

    /// <summary>
    /// The account that is signed in at the desktop as the system knows it; null where the system cannot tell, as of a name that is cut.
    /// </summary>
    public string? DesktopUserId { get; init; }

    /// <summary>Whether somebody is signed in at the desktop.</summary>
    public bool HasDesktop => DesktopUserName.Length > 0;

    /// <summary>Whether both are one account.</summary>
    public bool IsDesktopUser => DesktopUserId is { } id
        ? string.Equals(UserId, id, StringComparison.OrdinalIgnoreCase)
        : string.Equals(UserName, DesktopUserName, StringComparison.OrdinalIgnoreCase)
            || (IsCut(DesktopUserName) && UserName.StartsWith(DesktopUserName, StringComparison.OrdinalIgnoreCase));

    private static bool IsCut(string name) => name.Length - (name.IndexOf('\\') + 1) == MaxSessionName;
}
