using System.Globalization;
using System.Resources;
using NaccsCert.Enrollment.Journal;

namespace NaccsCert.PowerShell.Text;

/// <summary>What commands say, in the language of the session.</summary>
internal static class CommandText
{
    private static readonly ResourceManager Resources = new(typeof(CommandText));

    /// <summary>A text, its placeholders filled.</summary>
    public static string Format(MessageId message, params object[] arguments) =>
        ForeignText.Format(Text(message.ToString()), arguments);

    /// <summary>What is done in a stage of an enrollment.</summary>
    public static string Format(EnrollmentStage stage) => Text("Stage" + stage);

    private static string Text(string key) => Resources.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
