using System.Collections.Generic;
using NaccsCert.Harnesses.Wine.Guest;

namespace NaccsCert.Harnesses.Wine.Checks;

/// <summary>Where service definitions are found. Each is told by its name and the length of its maintenance.</summary>
internal static class DefinitionChecks
{
    private const string Area = "definitions";

    /// <summary>The checks.</summary>
    public static IEnumerable<GuestCheck> List() =>
    [
        Found("the built-in one", string.Empty, "naccs 10"),
        Found("a file by its path", $@"-Service {GuestFiles.Folder}\file.json", "file 1"),
        Found("a file by its path with slashes", "-Service C:/definitions/file.json", "file 1"),
        Found(
            "a file by its path from the current folder",
            @"-Service .\file.json",
            "file 1",
            $"[void]$ExecutionContext.SessionState.Path.SetLocation('{GuestFiles.Folder}')"),
        Found("by name in %ProgramData%, of a user: for nobody", "-Service machine", "error ServiceDefinitionUnsafe"),
        Found("by name in %LOCALAPPDATA%", "-Service user", "user 4"),
        Found("by name in %LOCALAPPDATA%, which everyone may write to: for nobody", "-Service open", "error ServiceDefinitionUnsafe"),
        Found("by name in both: the user's own", "-Service both", "both 5"),
        Found("by name without regard to case, as files have it on Windows", "-Service USER", "user 4"),
        Found("one that is broken", $@"-Service {GuestFiles.Folder}\broken.json", "error ServiceDefinitionInvalid"),
        Found("one that is not there", $@"-Service {GuestFiles.Folder}\none.json", "error ServiceDefinitionNotFound"),
        Found("a name that nobody has", "-Service nobody", "error ServiceDefinitionNotFound"),
        new(
            Area,
            "all names by Tab",
            """
            $text = 'Get-NaccsMaintenanceWindow -Service '
            [System.Management.Automation.CommandCompletion]::CompleteInput($text, $text.Length, $null).CompletionMatches.CompletionText
            """,
            "both, naccs, user"),
    ];

    private static GuestCheck Found(string name, string parameters, string expected, string before = "") => new(
        Area,
        name,
        $$"""
        {{before}}
        $window = @(Get-NaccsMaintenanceWindow 1 {{parameters}})[-1]
        "$($window.Service) $(($window.End - $window.Start).TotalHours)"
        """,
        expected);
}
