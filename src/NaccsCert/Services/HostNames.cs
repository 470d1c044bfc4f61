using System;
using System.Globalization;

namespace NaccsCert.Services;

/// <summary>
/// Names of hosts for people. Letters of other scripts can look like those of a well-known name, and what is looked up is the ASCII form
/// (RFC 5890); so both are shown.
/// </summary>
internal static class HostNames
{
    private static readonly IdnMapping Mapping = new() { AllowUnassigned = false, UseStd3AsciiRules = false };

    /// <summary>Shows the host of an address.</summary>
    /// <param name="address">An absolute address.</param>
    /// <returns>As <see cref="Show"/>.</returns>
    public static string Of(Uri address) => Show(address.Host);

    /// <summary>Shows a host.</summary>
    /// <param name="host">Its name in either form, or its address.</param>
    /// <returns>The Unicode form with the ASCII form in parentheses; the name as it is where both are the same.</returns>
    public static string Show(string host)
    {
        try
        {
            string ascii = Mapping.GetAscii(host);
            string unicode = Mapping.GetUnicode(ascii);
            return ascii == unicode ? host : $"{unicode} ({ascii})";
        }
        catch (ArgumentException)
        {
            return host;
        }
    }

    /// <summary>Whether a host has a form of other letters than ASCII.</summary>
    public static bool IsInternational(string host) => Show(host) != host;
}
