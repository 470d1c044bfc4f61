using System;
using System.Linq;

namespace NaccsCert.IO;

/// <summary>The names of files that are devices on Windows, in every folder and with every extension.</summary>
internal static class DeviceNames
{
    private static readonly string[] Names =
    [
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
        .. "0123456789\u00B9\u00B2\u00B3".SelectMany(digit => new[] { "COM" + digit, "LPT" + digit }),
    ];

    /// <summary>Whether a name, or any part of a path, is that of a device.</summary>
    /// <param name="path">A name of a file, or a path.</param>
    public static bool Has(string path) => path.Split('/', '\\').Any(part =>
        Names.Contains(part.Split('.', ':')[0].TrimEnd(' '), StringComparer.OrdinalIgnoreCase));
}
