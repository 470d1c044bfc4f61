using System;
using System.Globalization;

namespace NaccsCert.PSHost;

/// <summary>Which of the standard streams are a terminal, and how wide it is.</summary>
internal static class Terminal
{
    /// <summary>The columns that formatted output gets when it goes to a file or a pipe, and <c>COLUMNS</c> does not say.</summary>
    public const int RedirectedWidth = 120;

    /// <summary>The rows likewise.</summary>
    public const int RedirectedHeight = 50;

    /// <summary>Whether standard output is a terminal.</summary>
    public static bool HasOutput { get; } = !Console.IsOutputRedirected;

    /// <summary>Whether standard error is a terminal.</summary>
    public static bool HasError { get; } = !Console.IsErrorRedirected;

    /// <summary>Whether somebody can type an answer; otherwise answers are lines of standard input.</summary>
    public static bool HasInput { get; } = !Console.IsInputRedirected;

    /// <summary>Columns of the terminal; else the environment's <c>COLUMNS</c>, or <see cref="RedirectedWidth"/>.</summary>
    public static int Width =>
        HasOutput && Console.WindowWidth is > 0 and int columns ? columns
        : int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out int wanted)
            && wanted > 0 ? wanted
        : RedirectedWidth;

    /// <summary>Rows of the terminal, or <see cref="RedirectedHeight"/>.</summary>
    public static int Height => HasOutput && Console.WindowHeight is > 0 and int rows ? rows : RedirectedHeight;
}
