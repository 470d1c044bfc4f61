using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using NaccsCert.Benchmarks.Connecting;
using NaccsCert.Benchmarks.Enrolling;
using NaccsCert.Benchmarks.Listing;
using NaccsCert.Benchmarks.Measuring;
using NaccsCert.Benchmarks.Reporting;
using NaccsCert.Benchmarks.Starting;
using NaccsCert.TestSupport;

// Elsewhere certificate stores belong to the account, and would fill up with the certificates of the rehearsal.
if (!OperatingSystem.IsLinux())
{
    Console.Error.WriteLine("The benchmarks run on Linux only, where a scratch home keeps certificates away from the real one.");
    return 1;
}

using var home = new ScratchHome();
home.ApplyToThisProcess();
using var emptyHome = new ScratchHome();

(string Name, Func<Task<Findings>> RunAsync)[] groups =
[
    ("start", () => new StartBenchmark(emptyHome).RunAsync()),
    ("list", () => new ListBenchmark(new TimedPowerShell(home)).RunAsync()),
    ("enrollment", EnrollmentBenchmark.RunAsync),
    ("connectivity", ConnectivityBenchmark.RunAsync),
    ("fleet", () => new FleetBenchmark(new TimedPowerShell(emptyHome)).RunAsync()),
];
string[] unknown = [.. args.Except(groups.Select(group => group.Name))];
if (unknown.Length > 0)
{
    Console.Error.WriteLine($"There is no {string.Join(", ", unknown)}. There are {string.Join(", ", groups.Select(group => group.Name))}.");
    return 1;
}

var findings = new List<Findings>();
foreach (var (_, runAsync) in groups.Where(group => args.Length == 0 || args.Contains(group.Name)))
{
    findings.Add(await runAsync());
}

Comparison[] rows = [.. findings.SelectMany(found => found.Rows)];
IEnumerable<string> table = rows.Length > 0 ? Table.Lines(rows) : [];
foreach (string line in table.Concat(findings.SelectMany(found => found.Lines)))
{
    Console.WriteLine(line);
}

return 0;
