using System.Linq;
using NaccsCert.Guidance;
using NaccsCert.PowerShell.Completers;

namespace NaccsCert.PowerShell.Text;

/// <summary>Command lines that people could type themselves, every value quoted where it has to be.</summary>
internal static class CommandLine
{
    /// <summary>Writes a command with parameters.</summary>
    /// <param name="command">The command.</param>
    /// <param name="parameters">Names with their values; a name without a value (null) is left out.</param>
    public static string Of(string command, params (string Name, string? Value)[] parameters) => string.Join(
        " ",
        parameters.Where(parameter => parameter.Value is not null)
            .Select(parameter => $"-{parameter.Name} {Argument(parameter.Value!)}")
            .Prepend(command));

    /// <summary>Writes a command with the place that it has to be told.</summary>
    /// <param name="command">The command.</param>
    /// <param name="arguments">What follows its name, quoted already; nothing where it is empty.</param>
    public static string Of(NextCommand command, string arguments = "") => Of(
        arguments.Length > 0 ? $"{command.Name} {arguments}" : command.Name,
        (nameof(command.Service), command.Service),
        (nameof(command.StoreName), command.StoreName));

    /// <summary>Writes a value as an argument.</summary>
    public static string Argument(string value) => CompletedText.Of(value, string.Empty);
}
