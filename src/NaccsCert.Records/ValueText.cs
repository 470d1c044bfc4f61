using System;
using System.Globalization;
using System.Resources;

namespace NaccsCert;

/// <summary>
/// What views show in place of values: states in the words of the session's language, and names that fit their column. The values
/// themselves, and with them all output for programs, are never translated.
/// </summary>
public static class ValueText
{
    // What stands for what was left out. A console in Japanese shows the one character for it in two cells.
    private const string Omission = "..";

    private const int UsualConsole = 80;

    // PowerShell leaves it free: some consoles begin a new line when it is written.
    private const int LastCell = 1;

    private static readonly ResourceManager Resources = new(typeof(ValueText));

    /// <summary>A state in words.</summary>
    /// <param name="kind">The enumeration, for example <c>CertificateStatus</c>, or another set of fixed values, such as <c>HostRole</c>.</param>
    /// <param name="value">The value, or its name: records that come from a job, a file or another computer have that.</param>
    /// <returns>The words; the name itself where there are none for it, and null for null.</returns>
    public static string? Of(string kind, object? value) =>
        value is null ? null : Resources.GetString($"{kind}_{value}", CultureInfo.CurrentUICulture) ?? value.ToString();

    /// <summary>A name on one line: names that are broken can be neither read nor searched for.</summary>
    /// <param name="text">The name.</param>
    /// <param name="cells">How many cells of the console there are. Full-width characters take two.</param>
    /// <returns>The name; beginning and end of one that is too long, for it is the end in which names of a series differ.</returns>
    public static string? Fit(string? text, int cells)
    {
        if (text is null || CellWidth.Of(text) <= cells)
        {
            return text;
        }

        int half = (cells - Omission.Length) / 2;
        return CellWidth.Beginning(text, cells - Omission.Length - half) + Omission + CellWidth.Ending(text, half);
    }

    /// <summary>
    /// Text in lines of a console. PowerShell breaks Japanese text wherever a line is full, in the middle of dates and names too.
    /// </summary>
    /// <param name="text">The text; its own line ends stay.</param>
    /// <param name="console">How wide the console is, in cells; 0 or less for one that does not tell.</param>
    /// <param name="taken">How many cells of each line are taken by what stands before the text.</param>
    /// <returns>The lines, with line feeds between them.</returns>
    public static string? Wrap(string? text, int console, int taken) =>
        text is null ? null : TextLines.Wrap(text, (console > 0 ? console : UsualConsole) - LastCell - taken);

    /// <summary>A state in words of a language that is not that of the session, for a file that others will read.</summary>
    /// <param name="language">The language.</param>
    /// <param name="kind">As for <see cref="Of(string, object)"/>.</param>
    /// <param name="name">The name of the value.</param>
    /// <returns>The words; null where there are none for it.</returns>
    internal static string? FindIn(CultureInfo language, string kind, string name) => Resources.GetString($"{kind}_{name}", language);

    /// <summary>A state in words.</summary>
    internal static string Of<T>(T value)
        where T : struct, Enum => Of(typeof(T).Name, value)!;
}
