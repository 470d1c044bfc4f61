using System;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.Harnesses.Durability.KilledProcesses;

/// <summary>The process that is killed: it takes orders until its input ends, and answers each with a report.</summary>
internal static class KilledProgram
{
    /// <summary>The hidden sub-command.</summary>
    public const string Name = "killed-process";

    public static async Task<int> RunAsync()
    {
        using var watch = new EventWatch();
        while (await Console.In.ReadLineAsync() is { } line)
        {
            Order order = JsonSerializer.Deserialize<Order>(line)!;
            watch.Start(order.KillAt);
            Report report = await ReportAsync(order);
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(watch.AddTo(report)));
        }

        return 0;
    }

    private static async Task<Report> ReportAsync(Order order)
    {
        try
        {
            EnrollmentResult result = await KilledProcess.RunAsync(order, CancellationToken.None);
            return new Report { Status = result.Status, NextAttempt = result.NextAttempt };
        }
        catch (NaccsException exception)
        {
            return new Report { Error = exception.ErrorId, Message = exception.Message };
        }
#pragma warning disable CA1031 // Whatever else the library lets through is the finding that this program looks for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new Report { UnexpectedException = exception.ToString() };
        }
    }
}
