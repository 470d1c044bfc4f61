using System;
using System.Threading;

namespace NaccsCert.Tests.Fuzzing.Parsers;

/// <summary>
/// What one input may cost here: an end within a minute, and the stack of a thread of Windows PowerShell. Seconds and bytes
/// would be those of Mono.
/// </summary>
internal static class Limits
{
    // Half of what a thread of Windows PowerShell has: something else is on the stack already.
    private const int StackBytes = 512 * 1024;

    private static readonly TimeSpan LockTimeout = TimeSpan.FromMinutes(1);

    /// <summary>Puts an input through a parser, on a thread of its own with a small stack.</summary>
    /// <param name="parser">The parser.</param>
    /// <param name="content">The input.</param>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    public static string? Check(Parser parser, byte[] content)
    {
        string? failure = null;
        var worker = new Thread(() => failure = Run(parser, content), StackBytes) { IsBackground = true };
        worker.Start();
        return worker.Join(LockTimeout) ? failure : "hangs";
    }

    private static string? Run(Parser parser, byte[] content)
    {
        try
        {
            parser.Try(content);
            return null;
        }
        catch (Exception exception)
        {
            // Whatever it is: that it came out of the library is the finding.
            return exception.ToString();
        }
    }
}
