using System.Globalization;
using System.Resources;

namespace NaccsCert.PowerShell.Text;

/// <summary>The headings that the views give to properties, in the language of the session.</summary>
internal static class PropertyLabel
{
    private static readonly ResourceManager Resources = new("NaccsCert.PropertyLabels", typeof(OperationResult).Assembly);

    /// <summary>The heading of a property.</summary>
    public static string Of(string property) => Resources.GetString(property, CultureInfo.CurrentUICulture) ?? property;
}
