using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using NaccsCert.Build.Package;

namespace NaccsCert.Build.Installer;

/// <summary>The sources of the installer, which are resources of this program, and the values of their variables.</summary>
internal static class InstallerSources
{
    private const string CommentPrefix = "--";

    // The same command as that of -StartMenuEntry, by the module's name. Braces stand for themselves when they are escaped.
    private const string AssistantArguments =
        @"-NoLogo -NoProfile -NoExit -ExecutionPolicy RemoteSigned -Command ""Import-Module NaccsCert; Start-NaccsAssistant; if ($?) [\{] exit [\}]""";

    /// <summary>The tables that wixl makes.</summary>
    public static ModuleFile Tables { get; } = Resource("NaccsCert.wxs");

    private static ModuleFile Changes { get; } = Resource("NaccsCert.sql");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ModuleFile> All { get; } = [Tables, Changes, new("arguments", Encoding.UTF8.GetBytes(AssistantArguments))];

    /// <summary>The values of the variables.</summary>
    public static IReadOnlyDictionary<string, string> Variables(InstallerIdentity identity) => new Dictionary<string, string>
    {
        ["ProductCode"] = identity.ProductCode,
        ["UpgradeCode"] = InstallerIdentity.UpgradeCode,
        ["ProductVersion"] = identity.ProductVersion,
        ["Manufacturer"] = identity.Module.Author,
        ["Copyright"] = identity.Module.Copyright,
        ["ProjectUri"] = identity.Module.ProjectUri,
        ["PowerShell"] = @"[System64Folder]WindowsPowerShell\v1.0\powershell.exe",
        ["AssistantArguments"] = AssistantArguments,
    };

    /// <summary>The statements that change what wixl has made.</summary>
    /// <param name="variables">The values of the variables.</param>
    public static IEnumerable<string> Statements(IReadOnlyDictionary<string, string> variables) => Encoding.UTF8.GetString(Changes.Content)
        .ReplaceLineEndings("\n")
        .Split('\n')
        .Where(line => line.Length > 0 && !line.StartsWith(CommentPrefix, StringComparison.Ordinal))
        .Select(line => variables.Aggregate(line, (text, variable) => text.Replace($"$(var.{variable.Key})", variable.Value)));

    private static ModuleFile Resource(string name)
    {
        using Stream stream = typeof(InstallerSources).Assembly.GetManifestResourceStream(name)!;
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return new ModuleFile(name, buffer.ToArray());
    }
}
