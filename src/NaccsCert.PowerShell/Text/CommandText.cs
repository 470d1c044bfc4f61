using System.Globalization;
using System.Resources;
using NaccsCert.Enrollment;

namespace NaccsCert.PowerShell.Text;

/// <summary>What commands say, in the language of the session.</summary>
internal static class CommandText
{
    private static readonly ResourceManager Resources = new(typeof(CommandText));

    /// <summary>A text, its placeholders filled.</summary>
    public static string Format(MessageId message, params object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, Text(message.ToString()), arguments);

    /// <summary>What a step of an enrollment does.</summary>
    public static string Format(EnrollmentStep step) => Text("Step" + step);

    private static string Text(string key) => Resources.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
