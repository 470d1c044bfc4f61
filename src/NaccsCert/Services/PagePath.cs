using System.Text.RegularExpressions;

namespace NaccsCert.Services;

/// <summary>The path of a page on a host (RFC 3986, section 3.3): absolute, as it goes into a request, without query and fragment.</summary>
internal static class PagePath
{
    // Two slashes at the beginning would name another host.
    private static readonly Regex Form = new(
        @"^/(?!/)(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*\z", RegexOptions.CultureInvariant);

    /// <summary>Whether a text is such a path.</summary>
    public static bool IsValid(string text) => Form.IsMatch(text);
}
