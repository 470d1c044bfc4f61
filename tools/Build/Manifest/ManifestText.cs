using System;
using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.Build.Manifest;

/// <summary>Composes the manifest's text.</summary>
/// <remarks>
/// A cold engine compiles itself while it runs the manifest. With a path that has <c>$PSEdition</c> in it and a list without
/// parentheses, in place of an <c>if</c> and of <c>@(…)</c>, an import needs a fifteenth less of that.
/// </remarks>
internal static class ManifestText
{
    private const string ProjectUri = "https://github.com/naccscert/naccscert";

    private const string Description =
        "Enrolls, renews, checks and archives NACCS client certificates, in Windows PowerShell 5.1 and PowerShell 7.";

    private static readonly string[] Tags =
    [
        "NACCS", "certificate", "client-certificate", "EST", "PKI", "enrollment", "renewal", "customs", "Japan",
        "Windows", "Linux", "MacOS", "PSEdition_Core", "PSEdition_Desktop",
    ];

    /// <summary>Composes a manifest that exports every cmdlet of <paramref name="assembly"/> and nothing else.</summary>
    /// <returns>The text, with the line ends of Windows.</returns>
    public static string Compose(CmdletAssembly assembly, string formatFile, string typesFile)
    {
        string[] version = assembly.Version.Split('-', 2);
        string prerelease = version.Length > 1 ? $"\n            Prerelease   = {Quoted(version[1])}" : string.Empty;
        return $$"""
            @{
                ModuleVersion          = {{Quoted(version[0])}}
                GUID                   = '5e0c4a53-5d0b-4a0e-9d5c-6c7a3f2f1b86'
                Author                 = {{Quoted(assembly.Company)}}
                CompanyName            = {{Quoted(assembly.Company)}}
                Copyright              = {{Quoted(assembly.Copyright)}}
                Description            = {{Quoted(Description)}}

                CompatiblePSEditions   = 'Desktop', 'Core'
                PowerShellVersion      = '5.1'
                DotNetFrameworkVersion = '4.8'

                RootModule             = "bin/$PSEdition/NaccsCert.PowerShell.dll"
                RequiredAssemblies     = "bin/$PSEdition/NaccsCert.Records.dll"
                NestedModules          = "bin/$PSEdition/NaccsCert.Loader.dll"
                FormatsToProcess       = {{List([formatFile])}}
                TypesToProcess         = {{List([typesFile])}}

                CmdletsToExport        = {{List(assembly.Cmdlets)}}
                AliasesToExport        = {{List(assembly.Aliases)}}
                FunctionsToExport      = @()
                VariablesToExport      = @()

                PrivateData            = @{
                    PSData = @{
                        Tags         = {{List(Tags)}}
                        LicenseUri   = '{{ProjectUri}}/blob/main/LICENSE'
                        ProjectUri   = '{{ProjectUri}}'
                        ReleaseNotes = '{{ProjectUri}}/blob/main/CHANGELOG.md'{{prerelease}}
                    }
                }
            }

            """.ReplaceLineEndings("\r\n");
    }

    private static string List(IReadOnlyCollection<string> items) =>
        items.Count == 0 ? "@()" : string.Join(", ", items.Select(Quoted));

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
