using System.Globalization;
using System.Resources;

namespace NaccsCert;

/// <summary>The texts of all errors, by identity and UI culture.</summary>
public static class ErrorText
{
    private static readonly ResourceManager Resources = new(typeof(ErrorText));

    /// <summary>What happened: <c>{0}</c> of the text is the target, the rest are the arguments.</summary>
    internal static string Message(ErrorId errorId, string target, object[] arguments) =>
        ForeignText.Format(Text(errorId + "_Message"), [target, .. arguments]);

    /// <summary>What can be done about an error, and by whom, in the language of the session.</summary>
    /// <param name="errorId">The identity of the error.</param>
    /// <returns>One or two sentences.</returns>
    public static string RecommendedAction(ErrorId errorId) => Text(errorId + "_Action");

    // A missing text shows its key instead of throwing: an error must never hide behind another. A test
    // keeps the texts of all identities complete.
    private static string Text(string key) => Resources.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
