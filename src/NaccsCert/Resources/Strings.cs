using System;
using System.Collections.Generic;
using System.Globalization;
using System.Resources;

namespace NaccsCert.Resources;

/// <summary>The reasons of results in the language of the session.</summary>
internal static class Strings
{
    private static readonly ResourceManager Resources = new(typeof(Strings));

    /// <summary>The languages that there are texts in.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "ja"];

    /// <summary>A reason, its placeholders filled.</summary>
    public static string Format(StringId reason, params object[] arguments) =>
        FormatIn(CultureInfo.CurrentUICulture, reason, arguments);

    /// <summary>A text in a language that is not that of the session, for a file that others will read.</summary>
    public static string FormatIn(CultureInfo language, StringId reason, params object[] arguments) =>
        ForeignText.Format(Resources.GetString(reason.ToString(), language) ?? reason.ToString(), arguments);

    /// <summary>Puts a sentence after another, as the language does it.</summary>
    public static string Join(string text, string sentence) =>
        text.EndsWith("。", StringComparison.Ordinal) ? text + sentence : text + " " + sentence;

    /// <summary>Which way leads to a service.</summary>
    /// <param name="proxy">The proxy on it; null when there is none.</param>
    public static string FormatRoute(Uri? proxy) =>
        proxy is null ? Format(StringId.RouteDirect) : Format(StringId.RouteThroughProxy, proxy.Authority);
}
