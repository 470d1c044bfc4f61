namespace NaccsCert.Accounts;

/// <summary>What the system says of the account of this process and of the desktop before it.</summary>
/// <param name="UserId">The account of this process as the system knows it: on Windows its SID.</param>
/// <param name="UserName">The account of this process, on Windows with its domain.</param>
/// <param name="DesktopUserName">The account that is signed in at the desktop, in the same notation; empty when nobody is.</param>
/// <param name="IsServiceAccount">Whether it is SYSTEM or another account of services.</param>
/// <param name="IsElevated">Whether this process has administrator rights.</param>
internal sealed record AccountFacts(
    string UserId, string UserName, string DesktopUserName, bool IsServiceAccount, bool IsElevated);
