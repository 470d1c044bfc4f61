using System.Globalization;
using System.Resources;
using NaccsCert.Enrollment;

namespace NaccsCert.PowerShell.Text;

/// <summary>What commands say, in the language of the session.</summary>
internal static class Messages
{
    private static readonly ResourceManager Resources = new(typeof(Messages));

    /// <summary>A text, its placeholders filled.</summary>
    public static string Of(MessageId message, params object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, Text(message.ToString()), arguments);

    /// <summary>What a step of an enrolment does.</summary>
    public static string Of(EnrollmentStep step) => Text("Step" + step);

    private static string Text(string key) => Resources.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
