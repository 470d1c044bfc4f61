using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace NaccsCert.TestSupport;

/// <summary>Runs a program at a pseudo-terminal of Linux, with <c>script</c> of util-linux.</summary>
internal static class PseudoTerminal
{
    /// <summary>The program that makes the terminal.</summary>
    public const string Program = "/usr/bin/script";

    /// <summary>Its arguments. It gives the exit code of the program.</summary>
    /// <param name="columns">The width of the terminal.</param>
    /// <param name="command">The program to run there, and its arguments.</param>
    public static IReadOnlyList<string> Arguments(int columns, IEnumerable<string> command)
    {
        string quoted = string.Join(' ', command.Select(word => $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'"));
        return ["-qec", string.Create(CultureInfo.InvariantCulture, $"stty cols {columns}; exec {quoted}"), "/dev/null"];
    }
}
