using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Networks.Proxies;
using NaccsCert.Harnesses.SignIn.Client;
using NaccsCert.Harnesses.SignIn.Sites;
using NaccsCert.TestSupport.Proxies;
using NaccsCert.TestSupport.Reporting;

namespace NaccsCert.Harnesses.SignIn;

/// <summary>Signs in with client certificates to real servers.</summary>
internal sealed class SignInHarness() : Harness("signin", "Signs in with client certificates to nginx, Apache and Kestrel, and shows what is told of it.")
{
    private static readonly TableColumn[] Columns = [new("way"), new("server"), new("setup"), new("certificate"), new("outcome")];

    /// <inheritdoc/>
    protected override string? Missing()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "This needs Linux: Debian's servers, and a home of its own for certificates.";
        }

        return new[] { NginxSites.Program, ApacheSites.Program }.Concat(SquidPrograms.All).FirstOrDefault(program => !File.Exists(program)) is { } program
            ? $"{program} is missing: install Debian's packages nginx, apache2, apache2-utils, squid and winbind."
            : null;
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult parsed, TextWriter output, CancellationToken cancellationToken)
    {
        using var files = new SiteFiles();
        await using AllSites sites = await AllSites.StartAsync(files, cancellationToken);
        IReadOnlyList<CheckResult>[] ways =
            await Task.WhenAll(Way.All.Select(way => RunAsync(way, [.. sites.Sites.Where(way.Chooses)], files, cancellationToken)));
        CheckResult[] results = [.. ways.SelectMany(way => way)];
        CheckReport.Print(output, Columns, results);
        return CheckReport.PrintSummary(output, "signin", results);
    }

    private static async Task<IReadOnlyList<CheckResult>> RunAsync(
        Way way, IReadOnlyList<Site> sites, SiteFiles files, CancellationToken cancellationToken)
    {
        await using IProxy? proxy = way.StartProxy is null ? null : await way.StartProxy(files, cancellationToken);
        SignInRun run = await new SignInClient(files).RunAsync(sites, proxy, way.User, cancellationToken);
        IReadOnlyList<string>? shown = proxy is null ? null : await proxy.StopAsync();
        return
        [
            .. sites.SelectMany((site, index) => SiteFiles.Terminals.Select(terminal => Check(way, site, run.Of(terminal, index)))),
            .. way.Shown is null ? [] : (CheckResult[])[CheckShown(way, shown ?? [])],
        ];
    }

    private static CheckResult Check(Way way, Site site, SignInOutcome outcome)
    {
        (string expected, string words) = way.Error is { } error ? (error, InspectingProxy.RootName) : outcome.Terminal switch
        {
            SiteFiles.Good => (site.Expected.Good, site.Expected.Words),
            SiteFiles.Revoked => (site.Expected.Revoked, site.Expected.RevokedWords),
            _ => (site.Expected.Expired, site.Expected.ExpiredWords),
        };
        bool hasPassed = outcome.Result == expected && outcome.Text.Contains(words, StringComparison.Ordinal);
        return new CheckResult(
            [way.Name, site.Server, site.Setup, outcome.Terminal, outcome.Result], hasPassed, [$"expected {expected} with \"{words}\": {outcome.Text}"]);
    }

    private static CheckResult CheckShown(Way way, IReadOnlyList<string> shown)
    {
        string actual = InWords(shown);
        string expected = InWords(way.Shown!);
        return new CheckResult([way.Name, string.Empty, string.Empty, "(the proxy saw)", actual], actual == expected, [$"expected {expected}"]);
    }

    private static string InWords(IReadOnlyList<string> shown) => shown.Count == 0 ? "nothing" : string.Join(", ", shown);
}
