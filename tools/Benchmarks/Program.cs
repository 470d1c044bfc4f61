using System;
using System.Collections.Generic;
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
string fleet = await new FleetBenchmark(new TimedPowerShell(emptyHome)).RunAsync();
if (args is ["fleet"])
{
    Console.WriteLine(fleet);
    return 0;
}

(IReadOnlyList<Comparison> enrollment, IReadOnlyList<string> phases) = await EnrollmentBenchmark.RunAsync();
(Comparison connectivity, string threads) = await ConnectivityBenchmark.RunAsync();
var start = new StartBenchmark(new TimedPowerShell(emptyHome));
Comparison import = await start.ImportAsync();
Comparison detection = await start.DetectAsync();
IReadOnlyList<Comparison> listing = await new ListBenchmark(new TimedPowerShell(home)).RunAsync();

foreach (string line in Table.Lines([import, detection, .. listing, .. enrollment, connectivity]))
{
    Console.WriteLine(line);
}

Console.WriteLine();
Console.WriteLine("Same key luck: each RSA key is given the median time of finding one; what else it took stays as it was.");
Console.WriteLine("Connectivity, " + threads);
Console.WriteLine(fleet);
Console.WriteLine("Enrollment, median milliseconds of each phase:");
foreach (string line in phases)
{
    Console.WriteLine("  " + line);
}

return 0;
