using System;
using System.Linq;

namespace NaccsCert.IO;

/// <summary>Names that become the name of one file or folder, or of a key of the registry, on every platform alike.</summary>
internal static class FileNames
{
    private const int MaxLength = 100;

    private static readonly char[] Reserved = ['<', '>', ':', '"', '/', '\\', '|', '?', '*'];

    /// <summary>Whether a name can be one: it leads out of no folder, and to no device.</summary>
    /// <param name="name">The name, without an extension.</param>
    public static bool IsUsable(string name) =>
        name.Length is > 0 and <= MaxLength
        && !name.Any(character => char.IsControl(character) || Reserved.Contains(character))
        && name.Trim(' ') == name
        && !name.EndsWith(".", StringComparison.Ordinal)
        && !DeviceNames.Has(name);
}
