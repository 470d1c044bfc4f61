using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace NaccsCert.Harnesses.Wine.Checks;

/// <summary>The platform, and the module on it.</summary>
internal static partial class ImportChecks
{
    private const string Area = "import";

    /// <summary>The import itself, with which every session begins.</summary>
    public static GuestCheck Import { get; } = new(
        Area,
        "Import-Module of the staged folder says nothing",
        """
        param($Module)
        Import-Module $Module -WarningVariable warned
        $warned
        (Get-Module NaccsCert).Name
        """,
        "NaccsCert");

    /// <summary>The checks.</summary>
    public static IEnumerable<GuestCheck> List() =>
    [
        new(
            Area,
            "the platform is Windows 10, the engine PowerShell 7",
            """
            [Environment]::OSVersion.Platform
            [Environment]::OSVersion.Version.Major
            $IsWindows
            "$($PSVersionTable.PSEdition) $($PSVersionTable.PSVersion.Major)"
            """,
            "Win32NT, 10, True, Core 7"),
        Import,
        new(
            Area,
            "the cmdlets are those of the manifest",
            """
            $names = [string[]](Get-Command -Module NaccsCert).Name
            [array]::Sort($names)
            $names
            """,
            string.Join(", ", ManifestCmdlets())),
        new(
            Area,
            "no third-party assembly is loaded by importing, listing and calculating",
            """
            [void](Get-NaccsCertificate)
            [void](Get-NaccsEnrollment)
            [void](Get-NaccsMaintenanceWindow)
            @([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -like '*BouncyCastle*' }).Count
            """,
            "0"),
        new(
            Area,
            "the library is in its own load context, cmdlets and records are not",
            """
            foreach ($name in 'NaccsCert', 'NaccsCert.PowerShell', 'NaccsCert.Records') {
                $assembly = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq $name }
                [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($assembly).Name
            }
            """,
            "NaccsCert, Default, Default"),
    ];

    private static IEnumerable<string> ManifestCmdlets() =>
        CmdletName().Matches(File.ReadLines(Path.Combine(BuildPaths.StagedModule, "NaccsCert.psd1"))
            .Single(line => line.TrimStart().StartsWith("CmdletsToExport", System.StringComparison.Ordinal)))
        .Select(match => match.Groups[1].Value)
        .Order(System.StringComparer.Ordinal);

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex CmdletName();
}
