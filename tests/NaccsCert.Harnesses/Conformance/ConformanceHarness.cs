using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using NaccsCert.Harnesses.Conformance.Limbo;
using NaccsCert.Harnesses.Conformance.Pkits;

namespace NaccsCert.Harnesses.Conformance;

/// <summary>Holds the module's own chain validator against the public test suites for path validation.</summary>
internal static class ConformanceHarness
{
    /// <summary>Makes the command.</summary>
    /// <param name="output">Where the totals go.</param>
    public static Command ToCommand(TextWriter output)
    {
        var corpora = new Option<string>("--corpora")
        {
            Description = "The folder with x509-limbo/limbo.json and pkits.",
            DefaultValueFactory = _ => "../shared/corpora",
        };
        var command = new Command("conformance", "Holds the chain validator against x509-limbo and NIST's PKITS (docs/conformance.md).") { corpora };
        command.SetAction(parsed => Run(Path.GetFullPath(parsed.GetValue(corpora)!), output));
        return command;
    }

    /// <summary>Runs every suite that is there.</summary>
    /// <param name="corpora">The folder with a folder for each suite.</param>
    /// <param name="output">Where the totals go.</param>
    /// <returns>0 when every outcome is the expected one, 1 when one is not, 2 when a suite is missing.</returns>
    public static int Run(string corpora, TextWriter output)
    {
        string limbo = Path.Combine(corpora, "x509-limbo", "limbo.json");
        string pkits = Path.Combine(corpora, "pkits");
        if (!File.Exists(limbo) || !Directory.Exists(pkits))
        {
            output.WriteLine($"no test suites in {corpora}: nothing was tried");
            return 2;
        }

        bool agrees = Report("x509-limbo", LimboSuite.Run(limbo), DeviationTable.Read("limbo-deviations.tsv"), output);
        agrees &= Report("PKITS", PkitsSuite.Run(pkits), DeviationTable.Read("pkits-deviations.tsv"), output);
        return agrees ? 0 : 1;
    }

    private static bool Report(string name, IEnumerable<CaseOutcome> cases, DeviationTable deviations, TextWriter output)
    {
        CaseOutcome[] outcomes = [.. cases];
        output.WriteLine($"{name}:");
        foreach (IGrouping<string, CaseOutcome> section in outcomes.GroupBy(outcome => outcome.Section))
        {
            output.WriteLine($"  {section.Key,-42} {section.Count(outcome => outcome.Agrees),4} of {section.Count(),4} agree");
        }

        string[] surprises =
        [
            .. outcomes.Where(outcome => outcome.Agrees == deviations.Contains(outcome.Id)).Select(Describe),
            .. deviations.Unknown(outcomes.Select(outcome => outcome.Id)).Select(id => $"{id}: there is no such case"),
        ];
        output.WriteLine(
            $"  {"all",-42} {outcomes.Count(outcome => outcome.Agrees),4} of {outcomes.Length,4} agree, "
            + $"{outcomes.Count(outcome => !outcome.Agrees)} deviate, {surprises.Length} unexpected");
        Array.ForEach(surprises, surprise => output.WriteLine($"  unexpected: {surprise}"));
        return surprises.Length == 0;
    }

    private static string Describe(CaseOutcome outcome) => outcome.Agrees
        ? $"{outcome.Id}: agrees, though the table has a deviation"
        : $"{outcome.Id}: {(outcome.Expected ? "refused" : "accepted")} ({outcome.Failure ?? "no failure"})";
}
