using System;
using System.Globalization;
using System.Resources;

namespace NaccsCert.Reasons;

/// <summary>The reasons of results in the language of the session.</summary>
internal static class ReasonText
{
    private static readonly ResourceManager Resources = new(typeof(ReasonText));

    /// <summary>A reason, its placeholders filled.</summary>
    public static string Of(ReasonId reason, params object[] arguments) => string.Format(
        CultureInfo.InvariantCulture,
        Resources.GetString(reason.ToString(), CultureInfo.CurrentUICulture) ?? reason.ToString(),
        arguments);

    /// <summary>Which way leads to a service.</summary>
    /// <param name="proxy">The proxy on it; null when there is none.</param>
    public static string OfWay(Uri? proxy) =>
        proxy is null ? Of(ReasonId.WayIsDirect) : Of(ReasonId.WayThroughProxy, proxy.Authority);
}
