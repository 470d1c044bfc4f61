using System;
using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.Transport;

/// <summary>
/// Names the authentication schemes that a peer offers (RFC 9110, section 11.1). A peer can write in their place what it was shown,
/// so a name that is not known is not repeated.
/// </summary>
internal static class AuthenticationSchemes
{
    private const string Unknown = "?";

    // Those of IANA's registry that sign people or programs in, and NTLM, which is not in it.
    private static readonly string[] Known =
        ["Basic", "Bearer", "Digest", "DPoP", "HOBA", "Mutual", "Negotiate", "NTLM", "OAuth", "SCRAM-SHA-1", "SCRAM-SHA-256"];

    /// <summary>Names schemes.</summary>
    /// <param name="schemes">The schemes as they came.</param>
    /// <returns>Each name once; a dash where there is none.</returns>
    public static string Describe(IEnumerable<string> schemes)
    {
        string[] names = [.. schemes.Select(NameOf).Distinct()];
        return names.Length == 0 ? "-" : string.Join(", ", names);
    }

    private static string NameOf(string scheme) =>
        Known.FirstOrDefault(name => string.Equals(name, scheme, StringComparison.OrdinalIgnoreCase)) ?? Unknown;
}
