using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using NaccsCert.Durability.Homes;
using NaccsCert.Durability.Reporting;
using NaccsCert.Durability.Service;
using NaccsCert.Durability.Victims;
using NaccsCert.Enrollment.Journal;

namespace NaccsCert.Durability.Phases;

/// <summary>Kills victims from outside, at moments that nobody chose: once, or two or three times in a row.</summary>
internal static class RandomPhase
{
    private const int Measurements = 3;
    private const int MostKills = 3;

    /// <summary>Runs the cases; enrolments and renewals take turns.</summary>
    public static async Task<PhaseResult> RunAsync(int cases, int seed, CertificateService service, TextWriter progress)
    {
        var result = new PhaseResult("random kills");
        TimeSpan duration = await MeasureAsync(service);
        await progress.WriteLineAsync($"{result.Name}: {cases} cases, a run takes {duration.TotalMilliseconds:F0} ms, seed {seed}");

        // All moments are drawn before the first case, so that the lanes cannot change them.
        var random = new Random(seed);
        (int Number, double[] Moments)[] plan =
        [
            .. Enumerable.Range(1, cases).Select(number =>
                (number, Enumerable.Range(0, 1 + random.Next(MostKills)).Select(_ => random.NextDouble()).ToArray())),
        ];
        await Lanes.RunAsync(plan, async item =>
        {
            Operation operation = item.Number % 2 == 1 ? Operation.Enroll : Operation.Renew;
            string name = $"{result.Name}, seed {seed}, case {item.Number} ({operation})";
            using var home = new VictimHome();
            Subject subject = await Subject.NewAsync(operation, service, home);
            foreach (double moment in item.Moments)
            {
                await KillAsync(home, subject.Order(service.DefinitionPath), duration * moment, result);
            }

            result.Add(await Runs.FinishAsync(name, home, service, subject));
        });
        await progress.WriteLineAsync($"  the kills found: {result.Seen}");
        return result;
    }

    private static async Task KillAsync(VictimHome home, Order order, TimeSpan after, PhaseResult result)
    {
        using var victim = VictimProcess.Start(home.Variables);
        await victim.GiveAsync(order);
        await Task.Delay(after);
        victim.Kill();
        result.Hit();
        result.See(Found(home));
    }

    // Where the victim was: the journal says it.
    private static string Found(VictimHome home)
    {
        IReadOnlyList<JournalRecord> records = new EnrollmentJournal(home.Enrollments).Records();
        return records is [{ Entry: { } entry }, ..] ? entry.State.ToString()
            : records.Count > 0 ? "unreadable entry"
            : Directory.Exists(home.Enrollments) && Directory.GetDirectories(home.Enrollments).Length > 0 ? "no entry yet"
            : "nothing begun, or all done";
    }

    private static async Task<TimeSpan> MeasureAsync(CertificateService service)
    {
        var durations = new List<TimeSpan>();
        for (int measurement = 0; measurement < Measurements; measurement++)
        {
            using var home = new VictimHome();
            Subject subject = await Subject.NewAsync(Operation.Renew, service, home);
            var watch = Stopwatch.StartNew();
            await Runs.OnceAsync(home, subject.Order(service.DefinitionPath));
            durations.Add(watch.Elapsed);
        }

        return durations.Order().ElementAt(Measurements / 2);
    }
}
