using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace NaccsCert.Build.Package;

/// <summary>What the generated manifest says of the module.</summary>
internal sealed partial class ModuleIdentity
{
    private readonly string _manifest;

    private ModuleIdentity(string manifest) => _manifest = manifest;

    /// <summary>The name: that of the manifest.</summary>
    public static string Name => "NaccsCert";

    /// <summary>The version, with the label of a prerelease.</summary>
    public string Version => Value("ModuleVersion") + (Optional("Prerelease") is { } label ? "-" + label : string.Empty);

    /// <summary>Where it belongs below a folder of modules: versions lie side by side, and PowerShell takes the newest.</summary>
    public string InstallFolder => $"{Name}/{Value("ModuleVersion")}";

    /// <summary>The authors.</summary>
    public string Author => Value("Author");

    /// <summary>The copyright line.</summary>
    public string Copyright => Value("Copyright");

    /// <summary>The description.</summary>
    public string Description => Value("Description");

    /// <summary>The address of the licence.</summary>
    public string LicenseUri => Value("LicenseUri");

    /// <summary>The address of the project.</summary>
    public string ProjectUri => Value("ProjectUri");

    /// <summary>The tags, with those by which galleries find modules and their cmdlets.</summary>
    public string Tags => string.Join(
        ' ',
        [.. Values("Tags"), "PSModule", "PSIncludes_Cmdlet", .. Values("CmdletsToExport").SelectMany(name => new[] { "PSCmdlet_" + name, "PSCommand_" + name })]);

    /// <summary>Reads it from the staged module.</summary>
    /// <exception cref="InvalidDataException">The manifest lacks something.</exception>
    public static ModuleIdentity Of(IEnumerable<ModuleFile> files) =>
        new(Encoding.UTF8.GetString(files.Single(file => file.Path == Name + ".psd1").Content));

    private string Value(string key) => Optional(key) ?? throw new InvalidDataException($"The manifest has no {key}.");

    private string? Optional(string key)
    {
        Match match = Regex.Match(_manifest, $@"^\s*{key}\s*= '((?:[^']|'')*)'", RegexOptions.Multiline);
        return match.Success ? match.Groups[1].Value.Replace("''", "'") : null;
    }

    private IEnumerable<string> Values(string key) => Quoted()
        .Matches(Regex.Match(_manifest, $@"^\s*{key}\s*= ('.*)$", RegexOptions.Multiline).Groups[1].Value)
        .Select(match => match.Groups[1].Value);

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Quoted();
}
