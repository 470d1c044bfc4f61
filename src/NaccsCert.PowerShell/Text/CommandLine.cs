using System.Linq;
using NaccsCert.PowerShell.Completers;

namespace NaccsCert.PowerShell.Text;

/// <summary>Command lines that people could type themselves.</summary>
internal static class CommandLine
{
    /// <summary>Writes a command with parameters.</summary>
    /// <param name="command">The command.</param>
    /// <param name="parameters">Names with their values, each quoted where it has to be; a name without a value (null) is left out.</param>
    public static string Of(string command, params (string Name, string? Value)[] parameters) => string.Join(
        " ",
        parameters.Where(parameter => parameter.Value is not null)
            .Select(parameter => $"-{parameter.Name} {CompletedText.Of(parameter.Value!, string.Empty)}")
            .Prepend(command));
}
