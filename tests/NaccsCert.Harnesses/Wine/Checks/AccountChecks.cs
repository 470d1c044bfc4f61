using System.Collections.Generic;

namespace NaccsCert.Harnesses.Wine.Checks;

/// <summary>The account of the session, as Windows tells of it.</summary>
internal static class AccountChecks
{
    private const string Area = "account";

    /// <summary>The checks.</summary>
    public static IEnumerable<GuestCheck> List() =>
    [
        new(
            Area,
            "whoever has signed in may enroll",
            "$account = Test-NaccsAccount; \"$($account.Status) $($account.CanEnroll) <$($account.Error)>\"",
            "Suitable True <>"),
        new(
            Area,
            "process and desktop have the same name, with its domain",
            """
            $account = Test-NaccsAccount
            $name = [Environment]::UserDomainName + '\' + [Environment]::UserName
            $account.UserName -eq $name
            $account.DesktopUserName -eq $name
            """,
            "True, True"),
    ];
}
