using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace NaccsCert.PSHost;

/// <summary>What the host was asked to run, and how. Either <see cref="File"/> or <see cref="Command"/> is set.</summary>
internal sealed record CommandLine
{
    /// <summary>One line that names every option.</summary>
    public const string Usage =
        "usage: NaccsCert.PSHost [-NonInteractive] [-Culture NAME] (-File PATH [arguments] | -Command TEXT)";

    /// <summary>Full path of the script file to run.</summary>
    public string? File { get; private init; }

    /// <summary>The script text to run.</summary>
    public string? Command { get; private init; }

    /// <summary>What followed the script file, as it stood.</summary>
    public IReadOnlyList<string> Arguments { get; private init; } = [];

    /// <summary>Whether every prompt is to fail instead of waiting for somebody.</summary>
    public bool NonInteractive { get; private init; }

    /// <summary>The culture of messages and of formatting; null for the machine's own.</summary>
    public CultureInfo? Culture { get; private init; }

    /// <summary>Reads the arguments of the process, in pwsh's spelling, without regard to case.</summary>
    /// <exception cref="UsageException">An option is unknown, lacks its value, or its value is of no use.</exception>
    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var parsed = new CommandLine();
        for (int index = 0; index < arguments.Count; index++)
        {
            string option = arguments[index];
            switch (option.ToUpperInvariant())
            {
                case "-NONINTERACTIVE":
                    parsed = parsed with { NonInteractive = true };
                    break;
                case "-CULTURE":
                    parsed = parsed with { Culture = CultureNamed(ValueAfter(arguments, index++)) };
                    break;
                case "-FILE":
                    return parsed with
                    {
                        File = ScriptAt(ValueAfter(arguments, index)),
                        Arguments = [.. arguments.Skip(index + 2)],
                    };
                case "-COMMAND":
                    ValueAfter(arguments, index);
                    return parsed with { Command = string.Join(' ', arguments.Skip(index + 1)) };
                default:
                    throw new UsageException($"'{option}' is not an option.");
            }
        }

        throw new UsageException("Nothing to run: give -File or -Command.");
    }

    private static string ValueAfter(IReadOnlyList<string> arguments, int index) =>
        index + 1 < arguments.Count
            ? arguments[index + 1]
            : throw new UsageException($"'{arguments[index]}' needs a value.");

    private static string ScriptAt(string path)
    {
        if (!path.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException($"'{path}' is not a script file: its name must end in .ps1.");
        }

        string fullPath = Path.GetFullPath(path);
        return System.IO.File.Exists(fullPath)
            ? fullPath
            : throw new UsageException($"There is no script file '{path}'.");
    }

    private static CultureInfo CultureNamed(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            throw new UsageException($"'{name}' is not a culture that this machine knows.");
        }
    }
}
