using System;
using System.Threading;

namespace NaccsCert.Tests.Fuzzing.Parsers;

/// <summary>What one input may cost: one second of processor time and 64 MiB of managed memory, whatever it is.</summary>
internal static class Limits
{
    public const long MaxBytes = 64 * 1024 * 1024;

    private const int Tries = 3;

    // Half of what a thread of Windows PowerShell has: something else is on the stack already.
    private const int StackBytes = 512 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LockTimeout = TimeSpan.FromMinutes(1);

    /// <summary>Puts an input through a parser, on a thread of its own with a small stack.</summary>
    /// <param name="parser">The parser.</param>
    /// <param name="content">The input.</param>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    public static string? Check(Parser parser, byte[] content)
    {
        if (parser.MessageOf(content) is not { } message)
        {
            return null;
        }

        // The first run may be the one that compiles the code: an input costs too much if all its runs do.
        Cost cost = default;
        for (int run = 1; run <= Tries; run++)
        {
            cost = Measure(parser, message);
            if (cost.Failure is not null || (cost.Time <= Longest && cost.Bytes <= MaxBytes))
            {
                return cost.Failure;
            }
        }

        return $"takes {cost.Time.TotalSeconds:F1} s and {cost.Bytes >> 20} MiB";
    }

    private static Cost Measure(Parser parser, byte[] message)
    {
        Cost cost = default;
        var worker = new Thread(() => cost = Run(parser, message), StackBytes) { IsBackground = true };
        worker.Start();
        return worker.Join(LockTimeout) ? cost : new Cost("hangs", LockTimeout, 0);
    }

    private static Cost Run(Parser parser, byte[] message)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan begun = ThreadTime.Used;
        string? failure = null;
        try
        {
            parser.TryMessage(message);
        }
        catch (Exception exception)
        {
            // Whatever it is: that it came out of the library is the finding.
            failure = exception.ToString();
        }

        return new Cost(failure, ThreadTime.Used - begun, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private readonly record struct Cost(string? Failure, TimeSpan Time, long Bytes);
}
