using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Durability.Findings;
using NaccsCert.Harnesses.Durability.Homes;
using NaccsCert.Harnesses.Durability.KilledProcesses;
using NaccsCert.Harnesses.Durability.Service;

namespace NaccsCert.Harnesses.Durability.Phases;

/// <summary>Runs processes that live as long as one order.</summary>
internal static class Runs
{
    private const int MaxRuns = 4;

    /// <summary>Starts a process, gives it an order, and waits for its end.</summary>
    /// <returns>The report; null when the process was killed.</returns>
    public static async Task<Report?> OnceAsync(KilledProcessHome home, Order order)
    {
        using var process = KilledProcessRun.Start(home.Variables);
        return await process.RunAsync(order);
    }

    /// <summary>Goes on after a kill, until the enrollment is done, and looks at what is there then.</summary>
    /// <param name="name">The case.</param>
    /// <param name="home">The home.</param>
    /// <param name="run">Gives an order to a process of this home that was not killed.</param>
    /// <param name="service">The service.</param>
    /// <param name="subject">What is at stake.</param>
    /// <returns>What is wrong.</returns>
    public static async Task<IReadOnlyList<Finding>> FinishAsync(
        string name, KilledProcessHome home, Func<Order, Task<Report?>> run, CertificateService service, Subject subject)
    {
        Order order = subject.Order(service.DefinitionPath);
        try
        {
            for (int number = 1; ; number++)
            {
                Report? report = await run(order);
                if (report is { Status: EnrollmentStatus.Pending, NextAttempt: { } next } && number < MaxRuns)
                {
                    await UntilAsync(next);
                    continue;
                }

                return report is null
                    ? [new Finding(Loss.Unclear, name, "the process ended by itself")]
                    : [.. Invariants.Check(name, home, service, subject, report), .. Unfinished(name, report)];
            }
        }
        catch (TimeoutException exception)
        {
            return [new Finding(Loss.Hung, name, exception.Message)];
        }
    }

    /// <summary>Waits as long as the service wants.</summary>
    public static Task UntilAsync(DateTimeOffset moment)
    {
        TimeSpan wait = moment - DateTimeOffset.UtcNow;
        return wait > TimeSpan.Zero ? Task.Delay(wait) : Task.CompletedTask;
    }

    private static IEnumerable<Finding> Unfinished(string name, Report report)
    {
        if (!report.IsDone && report.UnexpectedException is null)
        {
            yield return new Finding(Loss.Unclear, name, $"ended with {report}: {report.Message}");
        }
    }
}
