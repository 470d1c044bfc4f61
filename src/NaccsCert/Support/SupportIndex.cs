using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using NaccsCert.Resources;

namespace NaccsCert.Support;

/// <summary>What people read first of a support bundle: where it comes from, what is in it, and what is not.</summary>
/// <param name="Computer">The name of the computer.</param>
/// <param name="User">The account.</param>
/// <param name="ModuleVersion">The version of the module.</param>
/// <param name="Created">When the bundle was made, as the clocks of the computer show it.</param>
internal sealed record SupportIndex(string Computer, string User, string ModuleVersion, DateTimeOffset Created)
{
    /// <summary>The name of an index.</summary>
    /// <param name="language">One of <see cref="Strings.Languages"/>.</param>
    public static string NameOf(string language) => $"INDEX.{language}.txt";

    /// <summary>Writes an index.</summary>
    /// <param name="parts">What was collected.</param>
    /// <param name="language">One of <see cref="Strings.Languages"/>.</param>
    /// <returns>Text for any editor of Windows: UTF-8 with a byte order mark.</returns>
    public byte[] Compose(IReadOnlyList<CollectedPart> parts, string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        string Text(StringId id, params object[] values) => Strings.FormatIn(culture, id, values);
        string[] lines =
        [
            Text(StringId.SupportTitle, Computer),
            string.Empty,
            Text(StringId.SupportCreated, Created.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture)),
            Text(StringId.SupportUser, User),
            Text(StringId.SupportModule, ModuleVersion),
            string.Empty,
            Text(StringId.SupportContents),
            .. parts.Where(part => part.Content is not null).SelectMany(part => Lines(part, Text(part.Part.Title))),
            string.Empty,
            .. Missing(parts, part => Text(part.Part.Title), Text(StringId.SupportMissing)),
            Text(StringId.SupportSecrets),
            Text(StringId.SupportPrivacy),
        ];
        return
        [
            .. Encoding.UTF8.GetPreamble(),
            .. Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\r\n"))),
        ];
    }

    private static string[] Lines(CollectedPart part, string title) => ["  " + part.Part.Name, "      " + title];

    private static IEnumerable<string> Missing(
        IReadOnlyList<CollectedPart> parts, Func<CollectedPart, string> titleOf, string heading)
    {
        string[] lines = [.. parts.Where(part => part.Content is null).SelectMany(part => Lines(part, titleOf(part)).Append("      " + part.Reason))];
        return lines.Length == 0 ? [] : [heading, .. lines, string.Empty];
    }
}
