using System.Linq;
using NaccsCert.Guidance;
using NaccsCert.PowerShell.Completers;

namespace NaccsCert.PowerShell.Guidance;

/// <summary>Command lines as a person would type them, every value quoted where it has to be.</summary>
internal static class CommandLineText
{
    /// <summary>Writes a command with the place that it has to be told.</summary>
    /// <param name="command">The command.</param>
    /// <param name="arguments">What follows its name, quoted already.</param>
    public static string Of(NextCommand command, params string[] arguments) => string.Join(
        " ",
        [
            command.Name,
            .. arguments.Where(argument => argument.Length > 0),
            .. Parameter("Service", command.Service),
            .. Parameter("StoreName", command.StoreName),
        ]);

    /// <summary>Writes a value as an argument.</summary>
    public static string Argument(string value) => CompletedText.Of(value, string.Empty);

    private static string[] Parameter(string name, string? value) => value is null ? [] : [$"-{name} {Argument(value)}"];
}
