using System.Collections.Generic;
using System.Linq;
using System.Text;
using NaccsCert.Resources;
using NaccsCert.Services;

namespace NaccsCert.Renewal;

/// <summary>The operator's own program, installed beside this module. It reminds of renewals as long as it is (manual 6.1, 8).</summary>
/// <param name="Name">Its name, as the service definition has it.</param>
/// <param name="Version">Its version; empty where that is not known.</param>
/// <param name="Installer">The file name of its installer.</param>
internal sealed record InstalledTool(string Name, string Version, string Installer)
{
    private const int MaxVersionLength = 40;

    /// <summary>Finds it among the installed programs.</summary>
    /// <param name="tool">What the service definition says of it; null where it names none.</param>
    /// <param name="programs">The installed programs.</param>
    /// <returns>The tool; null where it is not installed.</returns>
    public static InstalledTool? Find(OfficialTool? tool, IEnumerable<InstalledProgram> programs) =>
        tool is not null && programs.FirstOrDefault(program => Key(program.DisplayName) == Key(tool.DisplayName)) is { } found
            ? new InstalledTool(tool.DisplayName, ForeignText.ToMessage(found.DisplayVersion, MaxVersionLength).Trim(), tool.Installer)
            : null;

    /// <summary>That it is installed, for people.</summary>
    public string Describe() => Strings.Format(StringId.OfficialToolInstalled, this);

    /// <summary>Who reminds of renewals while both are there, and how to change that.</summary>
    /// <param name="provider">What Group Policy says.</param>
    public string Describe(ReminderProvider provider) => provider == ReminderProvider.OfficialTool
        ? Strings.Format(StringId.OfficialToolReminds, this)
        : Strings.Format(StringId.OfficialToolRemindsToo, this, Installer);

    /// <summary>Its name and version.</summary>
    public override string ToString() => Version.Length > 0 ? $"{Name} {Version}" : Name;

    // The manual itself writes the name with and without the blank, and an entry may have wide letters.
    private static string Key(string name)
    {
        // What has half a surrogate is no name, and cannot be normalized.
        string text = ForeignText.ToMessage(name).Normalize(NormalizationForm.FormKC);
        return string.Concat(text.Where(character => !char.IsWhiteSpace(character))).ToUpperInvariant();
    }
}
