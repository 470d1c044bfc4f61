using System.Globalization;

namespace NaccsCert.Harnesses.SignIn.Client;

/// <summary>What came of one certificate at one site.</summary>
/// <param name="Terminal">The terminal of the certificate.</param>
/// <param name="Index">Which of the sites it was, from 0.</param>
/// <param name="Result">The status of the check, or the id of its error.</param>
/// <param name="Text">The text of the check.</param>
internal sealed record SignInOutcome(string Terminal, int Index, string Result, string Text)
{
    /// <summary>Reads a line of the script; null when it is none.</summary>
    public static SignInOutcome? Parse(string line) => line.Split('\t') is [string terminal, string index, string result, string text]
        ? new SignInOutcome(terminal, int.Parse(index, CultureInfo.InvariantCulture), result, text)
        : null;
}
