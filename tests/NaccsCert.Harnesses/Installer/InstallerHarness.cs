using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Installer.Checks;
using NaccsCert.Harnesses.Installer.Guest;
using NaccsCert.Harnesses.Installer.Packages;
using NaccsCert.Harnesses.Wine.Checks;
using NaccsCert.Harnesses.Wine.Guest;
using NaccsCert.TestSupport.Reporting;

namespace NaccsCert.Harnesses.Installer;

/// <summary>Makes the installer, and installs, repairs, upgrades and removes it under Wine.</summary>
internal sealed class InstallerHarness() : Harness("installer", "Makes the installer for one user, and goes through its life under Wine.")
{
    private const int MaxSeen = 60;

    private static readonly TableColumn[] Columns = [new("step"), new("check"), new("seen", MaxWidth: MaxSeen)];

    /// <inheritdoc/>
    protected override string? Missing() => WinePrograms.Find() is null || !File.Exists(DatabaseReader.Program)
        ? "This needs Linux on x64, and Debian's packages wine64, libgnutls30, wixl and msitools."
        : null;

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult parsed, TextWriter output, CancellationToken cancellationToken)
    {
        using TestInstallers installers = await TestInstallers.BuildAsync(cancellationToken);
        List<Row> rows = [.. await DatabaseChecks.RunAsync(installers, cancellationToken)];
        using var certificates = new WineCertificates();
        await using WinePrefix prefix = await WinePrefix.CreateAsync(WinePrograms.Find()!, cancellationToken);
        GuestFiles.Write(prefix, certificates.Client);
        await InstalledModule.MoveDocumentsAsync(prefix, cancellationToken);
        StandInPowerShell.Place(prefix);
        rows.AddRange(await new LifeChecks(prefix, installers, certificates).RunAsync(cancellationToken));
        CheckResult[] results = [.. rows.Select(row => row.ToCheck())];
        CheckReport.Print(output, Columns, results);
        await output.WriteLineAsync($"{await prefix.VersionAsync(cancellationToken)}, installer of {new FileInfo(installers.Current).Length / 1024} KiB");
        return CheckReport.PrintSummary(output, "installer", results);
    }
}
