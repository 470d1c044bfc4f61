using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Durability.Findings;
using NaccsCert.Harnesses.Durability.Homes;
using NaccsCert.Harnesses.Durability.KilledProcesses;
using NaccsCert.Harnesses.Durability.Service;

namespace NaccsCert.Harnesses.Durability.Phases;

/// <summary>A run with a fault, then one without.</summary>
internal static class AfterFault
{
    /// <summary>Runs a case that a fault may end with an error of the library, and goes on without the fault.</summary>
    /// <param name="name">The case.</param>
    /// <param name="home">The process's home.</param>
    /// <param name="service">The service.</param>
    /// <param name="subject">What is at stake.</param>
    /// <param name="faulty">The run with the fault.</param>
    /// <param name="sound">The run without it.</param>
    /// <param name="result">Where to note how the faulty run ended.</param>
    /// <param name="always">Whether the run without it comes even if the fault did no harm.</param>
    /// <returns>What is wrong.</returns>
    public static async Task<IReadOnlyList<Finding>> RunAsync(
        string name,
        KilledProcessHome home,
        CertificateService service,
        Subject subject,
        Func<Task<Report?>> faulty,
        Func<Task<Report?>> sound,
        PhaseResult result,
        bool always = false)
    {
        try
        {
            Report? first = await faulty();
            result.See(first?.ToString().Split(':')[0] ?? "killed");
            if (first is null or { UnexpectedException: not null })
            {
                return [new Finding(Loss.Unclear, name, first?.UnexpectedException ?? "the process ended by itself")];
            }

            if (first is { Status: EnrollmentStatus.Pending, NextAttempt: { } next })
            {
                await Runs.UntilAsync(next);
            }

            Report? last = first.IsDone && !always ? first : await sound();
            return last is null
                ? [new Finding(Loss.Unclear, name, "the process ended by itself")]
                : [.. Invariants.Check(name, home, service, subject, last), .. Unfinished(name, first, last)];
        }
        catch (TimeoutException exception)
        {
            return [new Finding(Loss.Hung, name, exception.Message)];
        }
    }

    private static IEnumerable<Finding> Unfinished(string name, Report first, Report last)
    {
        if (!last.IsDone && last.UnexpectedException is null)
        {
            yield return new Finding(
                Loss.Unclear, name, $"the fault ended with {first}, and without the fault it still ends with {last}: {last.Message}");
        }
    }
}
