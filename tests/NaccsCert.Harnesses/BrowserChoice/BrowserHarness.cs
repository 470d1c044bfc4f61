using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Harnesses.SignIn.Sites;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.Browsers;
using NaccsCert.TestSupport.Reporting;

namespace NaccsCert.Harnesses.BrowserChoice;

/// <summary>Shows in a real browser which client certificate a site receives before and after a renewal.</summary>
internal sealed class BrowserHarness() : Harness("browser", "Signs in to a site with Chromium, before and after a renewal, under the policy that Get-NaccsBrowserPolicy gives.")
{
    // Most of what a browser takes to start is waiting.
    private const int AtOnce = 3;

    private static readonly TableColumn[] Columns = [new("policy"), new("store"), new("received")];

    private readonly Option<string?> _pictures = new("--pictures") { Description = "The folder for a picture of the screen in each row." };

    /// <inheritdoc/>
    protected override IReadOnlyList<Option> Options => [_pictures];

    /// <inheritdoc/>
    protected override string? Missing()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "This needs Linux: its namespaces, and NSS's database of certificates.";
        }

        IEnumerable<string> programs = [NginxSites.Program, MountNamespace.Program, .. CertificateDatabase.Programs, .. VirtualScreen.Programs];
        return ChromiumBrowser.IsInstalled && programs.All(File.Exists)
            ? null
            : "A program is missing: install Debian's packages chromium, chromium-driver, libnss3-tools, nginx, xvfb and scrot.";
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult parsed, TextWriter output, CancellationToken cancellationToken)
    {
        string? pictures = parsed.GetValue(_pictures) is { } folder ? Directory.CreateDirectory(folder).FullName : null;
        await using MutualTlsSite site = await MutualTlsSite.StartAsync(cancellationToken);
        string policy = await BrowserPolicyText.OfAsync(site.Define(), cancellationToken);
        var run = new BrowserRun(site, pictures);
        IReadOnlyList<BrowserRow> rows = new BrowserRows(policy).List();
        var results = new CheckResult[rows.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, rows.Count, options, async (number, token) =>
        {
            BrowserRow row = rows[number];
            string received = await run.VisitAsync(row, number + 1, token);
            results[number] = new CheckResult([row.Policy, row.Store, received], received == row.Expected, [$"expected {row.Expected}", policy]);
        });
        CheckReport.Print(output, Columns, results);
        return CheckReport.PrintSummary(output, "browser", results);
    }
}
