using System.Collections.Generic;
using NaccsCert.Harnesses.Wine.Guest;

namespace NaccsCert.Harnesses.Wine.Checks;

/// <summary>The module as a user has installed it, in a folder with spaces and Japanese in its path, imported by its name.</summary>
internal static class InstalledChecks
{
    private const string Area = "installed";

    /// <summary>The checks.</summary>
    public static IEnumerable<GuestCheck> List() =>
    [
        new(
            Area,
            "the documents are where they have been moved to",
            "[Environment]::GetFolderPath('MyDocuments').Replace([Environment]::GetFolderPath('UserProfile'), '')",
            $@"\{InstalledModule.Documents}"),
        new(
            Area,
            "the module among them is found by its name",
            "(Get-Module NaccsCert).ModuleBase.Replace([Environment]::GetFolderPath('UserProfile'), '')",
            $@"\{InstalledModule.Documents}\{InstalledModule.Folder}\{InstalledModule.Version}"),
        new(
            Area,
            "all its assemblies come from there",
            """
            $base = (Get-Module NaccsCert).ModuleBase
            $names = 'NaccsCert', 'NaccsCert.Loader', 'NaccsCert.PowerShell', 'NaccsCert.Records'
            $ours = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -in $names }
            @($ours).Count
            @($ours | Where-Object { -not $_.Location.StartsWith($base, 'OrdinalIgnoreCase') }).Count
            """,
            "4, 0"),
        new(
            Area,
            "Intune's script beside it finds it by its own place",
            """
            & ((Get-Module NaccsCert).ModuleBase + '\scripts\Intune\Detect-NaccsCertificate.ps1')
            $LASTEXITCODE
            """,
            "1"),
    ];
}
