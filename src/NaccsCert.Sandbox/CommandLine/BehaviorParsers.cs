using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Linq;

namespace NaccsCert.Sandbox.CommandLine;

/// <summary>Options of few kinds, each refusal with what is wanted.</summary>
internal static class BehaviorParsers
{
    /// <summary>An option that takes one name of an enumeration, in any letter case.</summary>
    public static Option<T> Choice<T>(string name, string description)
        where T : struct, Enum =>
        new(name)
        {
            Description = description,
            CustomParser = result => Name<T>(name, result),
            DefaultValueFactory = _ => default,
        };

    /// <summary>An option that takes a number from 0 to <paramref name="max"/>.</summary>
    public static Option<int> Number(string name, string description, int max) =>
        new(name)
        {
            Description = $"{description} At most {max.ToString(CultureInfo.InvariantCulture)}.",
            CustomParser = result => Number(name, result, 0, max),
        };

    public static int FailStatus(ArgumentResult result) => Number("--fail-status", result, 500, 599);

    /// <summary>What may stand in a header of HTTP (RFC 9110 section 5.5), or nothing.</summary>
    public static string HeaderText(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (text.Any(character => character is < ' ' or > '~'))
        {
            result.AddError($"--retry-after: '{text}' cannot stand in a header of HTTP.");
        }

        return text;
    }

    private static T Name<T>(string option, ArgumentResult result)
        where T : struct, Enum
    {
        string text = result.Tokens[0].Value;
        string? name = Enum.GetNames<T>().FirstOrDefault(each => each.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (name is not null)
        {
            return Enum.Parse<T>(name);
        }

        result.AddError($"{option}: '{text}' is none of {string.Join(", ", Enum.GetNames<T>())}.");
        return default;
    }

    private static int Number(string option, ArgumentResult result, int min, int max)
    {
        string text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= min && number <= max)
        {
            return number;
        }

        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option}: '{text}' is not a number; give {min} to {max}."));
        return min;
    }
}
