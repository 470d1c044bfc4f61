using System;
using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.Services;

/// <summary>The attributes of a subject by the names that people write (RFC 4519, section 2; RFC 5280, appendix A).</summary>
internal static class SubjectAttribute
{
    private static readonly Dictionary<string, string> Identifiers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["CN"] = "2.5.4.3",
        ["serialNumber"] = "2.5.4.5",
        ["L"] = "2.5.4.7",
        ["O"] = "2.5.4.10",
        ["OU"] = "2.5.4.11",
        ["title"] = "2.5.4.12",
        ["UID"] = "0.9.2342.19200300.100.1.1",
    };

    /// <summary>The names.</summary>
    public static IReadOnlyCollection<string> Names => Identifiers.Keys;

    /// <summary>Finds the object identifier of an attribute.</summary>
    /// <param name="name">Its name, or the object identifier itself in dotted notation.</param>
    /// <returns>The object identifier; null when it is neither.</returns>
    public static string? Find(string name)
    {
        if (Identifiers.TryGetValue(name, out string? identifier))
        {
            return identifier;
        }

        string[] arcs = name.Split('.');
        return arcs.Length > 1 && Array.TrueForAll(arcs, arc => arc.Length > 0 && arc.All(digit => digit is >= '0' and <= '9'))
            ? name
            : null;
    }
}
