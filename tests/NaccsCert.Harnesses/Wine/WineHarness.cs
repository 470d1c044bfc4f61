using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Wine.Checks;
using NaccsCert.Harnesses.Wine.Guest;
using NaccsCert.TestSupport.Reporting;

namespace NaccsCert.Harnesses.Wine;

/// <summary>Runs the module in PowerShell for Windows under Wine.</summary>
internal sealed class WineHarness() : Harness("wine", "Runs the module under Wine, and shows what works of that which is particular to Windows.")
{
    private const int MaxOutcome = 60;

    private static readonly TableColumn[] Columns = [new("area"), new("check"), new("outcome", MaxWidth: MaxOutcome)];

    /// <inheritdoc/>
    protected override string? Missing()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64)
        {
            return "This needs Linux on x64, and Wine.";
        }

        return WinePrograms.Find() is null ? "Wine is missing: install Debian's packages wine64 and libgnutls30." : null;
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult parsed, TextWriter output, CancellationToken cancellationToken)
    {
        using var certificates = new WineCertificates();
        List<Finding> findings = [];
        await using WinePrefix prefix = await WinePrefix.CreateAsync(WinePrograms.Find()!, cancellationToken);
        GuestFiles.Write(prefix, certificates.Client);
        await InstalledModule.WriteAsync(prefix, cancellationToken);
        foreach (GuestSession session in AllChecks.List(certificates))
        {
            findings.AddRange(await EngineSession.RunAsync(prefix, session, cancellationToken));
        }

        findings.Add(await ConsoleCheck.RunAsync(prefix, cancellationToken));
        findings.AddRange(await LockChecks.RunAsync(prefix, cancellationToken));
        CheckResult[] results = [.. findings.Select(finding => finding.ToCheck())];
        CheckReport.Print(output, Columns, results);
        await output.WriteLineAsync(await prefix.VersionAsync(cancellationToken));
        return CheckReport.PrintSummary(output, "wine", results);
    }
}
