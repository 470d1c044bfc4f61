using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Harnesses.Durability.Findings;
using NaccsCert.Harnesses.Durability.Homes;
using NaccsCert.Harnesses.Durability.KilledProcesses;
using NaccsCert.Harnesses.Durability.Service;

namespace NaccsCert.Harnesses.Durability.Phases;

/// <summary>Kills processes from outside, at random moments: once, or two or three times in a row.</summary>
internal static class RandomPhase
{
    private const string AllDone = "all done";
    private const int MaxKills = 3;

    /// <summary>Beyond so many cases for each kill something is wrong with the moments.</summary>
    private const int MaxCases = 5;

    /// <summary>Runs cases until enough kills have hit; enrollments and renewals take turns.</summary>
    public static async Task<PhaseResult> RunAsync(int kills, int seed, CertificateService service, TextWriter progress)
    {
        var result = new PhaseResult("random kills") { Wanted = kills };
        WorkingTime time = await WorkingTime.MeasureAsync(service);
        await progress.WriteLineAsync($"{result.Name}: {kills} kills, processes are at work {time}, seed {seed}");

        await Lanes.RunAsync(Plan(seed, kills, result), async item =>
        {
            Operation operation = item.Number % 2 == 1 ? Operation.Enroll : Operation.Renew;
            string name = $"{result.Name}, seed {seed}, case {item.Number} ({operation})";
            using var home = new KilledProcessHome();
            Subject subject = await Subject.NewAsync(operation, service, home);
            foreach (double moment in item.Moments)
            {
                if (!await KillAsync(home, subject.Order(service.DefinitionPath), time.At(moment)))
                {
                    break;
                }

                result.Hit();
                string found = Found(home, service, subject);
                result.See(found);
                if (found == AllDone)
                {
                    // To go on would be to enroll anew with used codes, not to resume.
                    break;
                }
            }

            result.Add(await Runs.FinishAsync(name, home, order => Runs.OnceAsync(home, order), service, subject));
        }, service.Stopping);
        await progress.WriteLineAsync($"  the kills found: {result.Seen}");
        return result;
    }

    // Drawn in the order of the numbers, so that the lanes change no case.
    private static IEnumerable<(int Number, double[] Moments)> Plan(int seed, int kills, PhaseResult result)
    {
        var random = new Random(seed);
        for (int number = 1; number <= MaxCases * kills && result.Hits < kills; number++)
        {
            yield return (number, [.. Enumerable.Range(0, 1 + random.Next(MaxKills)).Select(_ => random.NextDouble())]);
        }
    }

    // Whether the process was still at work. The wait is the case itself: a random moment to die at.
    private static async Task<bool> KillAsync(KilledProcessHome home, Order order, TimeSpan after)
    {
        using var process = KilledProcessRun.Start(home.Variables);
        await process.GiveAsync(order);
        await Task.Delay(after);
        return await process.KillAtWorkAsync();
    }

    // Where the process was: the journal says it.
    private static string Found(KilledProcessHome home, CertificateService service, Subject subject)
    {
        IReadOnlyList<JournalRecord> records = home.Journal.Records();
        return records is [{ Entry: { } entry }, ..] ? entry.State.ToString()
            : records.Count > 0 ? "unreadable entry"
            : Invariants.HasNew(home, service, subject) ? AllDone
            : Directory.Exists(home.Enrollments) && Directory.GetDirectories(home.Enrollments).Length > 0 ? "no entry yet"
            : "nothing begun";
    }

    /// <summary>When a process is at work, counted from its start: before, the runtime starts, and there is little to break.</summary>
    private sealed record WorkingTime(TimeSpan From, TimeSpan To)
    {
        private const int Measurements = 6;

        /// <summary>Learns it from runs that nothing disturbs, in as many lanes as the cases will be.</summary>
        public static async Task<WorkingTime> MeasureAsync(CertificateService service)
        {
            var times = new ConcurrentBag<WorkingTime>();
            await Lanes.RunAsync(Enumerable.Range(1, Measurements), async number =>
            {
                using var home = new KilledProcessHome();
                Subject subject = await Subject.NewAsync(number % 2 == 1 ? Operation.Enroll : Operation.Renew, service, home);
                DateTimeOffset start = DateTimeOffset.UtcNow;
                Report? report = await Runs.OnceAsync(home, subject.Order(service.DefinitionPath));
                times.Add(report is { IsDone: true, Began: { } began }
                    ? new WorkingTime(began - start, DateTimeOffset.UtcNow - start)
                    : throw new InvalidOperationException($"Undisturbed, it ended with {report}: {report?.Message}"));
            }, service.Stopping);
            return new WorkingTime(times.Min(time => time.From), times.Select(time => time.To).Order().ElementAt(Measurements / 2));
        }

        /// <summary>A moment of it: rather a late one, as there is more to lose then.</summary>
        /// <param name="share">From 0, the beginning, to 1, the end.</param>
        public TimeSpan At(double share) => From + ((To - From) * Math.Sqrt(share));

        public override string ToString() => $"from {From.TotalMilliseconds:F0} to {To.TotalMilliseconds:F0} ms";
    }
}
