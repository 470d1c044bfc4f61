using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using NaccsCert.Benchmarks.Measuring;
using NaccsCert.Benchmarks.Starting;
using NaccsCert.TestSupport;

namespace NaccsCert.Benchmarks.Reporting;

/// <summary>What it takes to make a page of the reports of many computers, in a process of its own.</summary>
/// <param name="shell">The PowerShell.</param>
internal sealed class FleetBenchmark(TimedPowerShell shell)
{
    private const int Reports = 10_000;
    private const int Runs = 3;
    private const double TargetSeconds = 10;
    private const double TargetMebibytes = 300;
    private const double Mebibyte = 1024 * 1024;

    /// <summary>Measures whole processes, from start to end, with the memory that they had at most.</summary>
    public async Task<Findings> RunAsync()
    {
        using var folder = new ScratchDirectory();
        string reports = Directory.CreateDirectory(folder.Member("reports")).FullName;
        Write(reports);
        string script = $"Import-Module NaccsCert; $report = New-NaccsFleetReport {reports} {folder.Member("fleet.html")} -Force; "
            + "\"$($report.Certificates) $([Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64)\"";

        var seconds = new List<double>();
        var mebibytes = new List<double>();
        for (int run = 0; run < Runs; run++)
        {
            (TimeSpan time, string output) = await shell.CommandAsync(script).ConfigureAwait(false);
            string[] parts = output.Trim().Split(' ');
            if (parts.Length != 2 || parts[0] != Reports.ToString(CultureInfo.InvariantCulture))
            {
                throw new InvalidOperationException(output);
            }

            seconds.Add(time.TotalSeconds);
            mebibytes.Add(long.Parse(parts[1], CultureInfo.InvariantCulture) / Mebibyte);
        }

        string line = string.Create(
            CultureInfo.InvariantCulture,
            $"Fleet report of {Reports:N0} report files, median of {Runs}: {Median.Of(seconds):F1} s (target {TargetSeconds} s), "
            + $"{Median.Of(mebibytes):F0} MiB at most (target {TargetMebibytes} MiB)");
        return new Findings([], [line]);
    }

    private static void Write(string folder)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        for (int number = 0; number < Reports; number++)
        {
            DateTimeOffset end = now.AddDays(number % 1855);
            string report = $$"""
                {"format":1,"time":"{{Text(now.AddHours(-number % 200))}}","computer":"PC{{number:D5}}","user":"EXAMPLE\\user{{number:D5}}",
                "userId":"S-1-5-21-1-2-3-{{number}}","moduleVersion":"0.1.{{number % 3}}","code":"Valid","compliant":true,
                "certificates":[{"terminal":"1BEN{{number:D5}}","code":"Valid","status":"Valid","service":"naccs",
                "thumbprint":"{{number:X40}}","notAfter":"{{Text(end)}}","renewalOpens":"{{Text(end.AddDays(-28))}}",
                "autoRenewal":"{{Text(end.AddDays(-20))}}","daysLeft":{{number % 1855}}}],"trustedRoots":["SECOM Trust Systems"]}
                """;
            File.WriteAllText(Path.Combine(folder, $"PC{number:D5}_S-1-5-21-1-2-3-{number}.json"), report);
        }
    }

    private static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
