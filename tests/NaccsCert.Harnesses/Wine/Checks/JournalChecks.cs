using System.Collections.Generic;
using NaccsCert.Harnesses.Wine.Guest;

namespace NaccsCert.Harnesses.Wine.Checks;

/// <summary>The journal below %LOCALAPPDATA%.</summary>
internal static class JournalChecks
{
    private const string Area = "journal";

    private const string Folder = $@"$([Environment]::GetEnvironmentVariable('LOCALAPPDATA'))\NaccsCert\enrollments\{GuestFiles.EnrollmentId}";

    /// <summary>The checks.</summary>
    public static IEnumerable<GuestCheck> List() =>
    [
        new(
            Area,
            "an entry of a newer version is listed, and said to be unreadable",
            "Get-NaccsEnrollment | ForEach-Object { \"$($_.Status) $($_.EnrollmentId)\" }",
            $"Unreadable {GuestFiles.EnrollmentId}"),
        new(
            Area,
            "one that is not there, and one by its name without regard to case",
            $"Get-NaccsEnrollment other, {GuestFiles.EnrollmentId.ToUpperInvariant()} | ForEach-Object EnrollmentId",
            $"{GuestFiles.EnrollmentId}, error EnrollmentNotFound"),
        new(
            Area,
            "an entry that is given up goes with its folder",
            $"""
            $folder = "{Folder}"
            [System.IO.Directory]::Exists($folder)
            Remove-NaccsEnrollment {GuestFiles.EnrollmentId} -Confirm:$false
            [System.IO.Directory]::Exists($folder)
            @(Get-NaccsEnrollment).Count
            """,
            "True, False, 0"),
    ];
}
