using System.Collections.Generic;
using NaccsCert.Harnesses.Wine.Guest;

namespace NaccsCert.Harnesses.Wine.Checks;

/// <summary>Time zones by the names of Windows.</summary>
internal static class TimeChecks
{
    private const string Area = "time zones";

    /// <summary>The checks.</summary>
    public static IEnumerable<GuestCheck> List() =>
    [
        new(
            Area,
            $"{WinePrefix.TimeZone} goes by its name of Windows",
            "[TimeZoneInfo]::Local.Id",
            "Eastern Standard Time"),
        Distinct("maintenance as Japan's clocks show it", "ServiceStart", "Tue 22:00 +09:00"),
        Distinct("maintenance as this computer's clock shows it, in summer and in winter", "LocalStart", "Tue 08:00 -05:00, Tue 09:00 -04:00"),
        new(
            Area,
            "all three clocks mean the same moments",
            """
            @(Get-NaccsMaintenanceWindow 24 | Where-Object {
                $_.Start -ne $_.ServiceStart -or $_.Start -ne $_.LocalStart -or $_.End -ne $_.ServiceEnd -or $_.End -ne $_.LocalEnd
            }).Count
            """,
            "0"),
    ];

    private static GuestCheck Distinct(string name, string property, string expected) => new(
        Area,
        name,
        $$"""
        $texts = [System.Collections.Generic.SortedSet[string]]::new()
        foreach ($window in Get-NaccsMaintenanceWindow 24) {
            [void]$texts.Add($window.{{property}}.ToString('ddd HH:mm zzz', [cultureinfo]::InvariantCulture))
        }
        $texts
        """,
        expected);
}
