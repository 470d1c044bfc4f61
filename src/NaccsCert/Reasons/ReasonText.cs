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
}
