using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Installer.Guest;
using NaccsCert.Harnesses.Installer.Packages;
using NaccsCert.Harnesses.Wine.Checks;
using NaccsCert.Harnesses.Wine.Guest;

namespace NaccsCert.Harnesses.Installer.Checks;

/// <summary>From the installation to the removal, in a Windows under Wine, whose documents have been moved and have Japanese in their path.</summary>
/// <param name="prefix">The Windows.</param>
/// <param name="installers">The installers.</param>
/// <param name="certificates">Certificates for the store.</param>
internal sealed class LifeChecks(WinePrefix prefix, TestInstallers installers, WineCertificates certificates)
{
    private const string Success = "0";
    private const string UnknownProduct = "1605";
    private const string FatalError = "1603";

    // Of a file that is no database, where Windows has 1620.
    private const string FunctionFailed = "1627";

    private const string Register = "(Register-NaccsRenewalReminder -WarningAction SilentlyContinue).Status";

    private static readonly string[] Programs = ["WindowsPowerShell", "PowerShell"];

    private readonly GuestInstaller _guest = new(prefix);
    private readonly List<Row> _rows = [];

    /// <summary>Goes through it.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What was seen.</returns>
    public async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancellationToken)
    {
        string product = (await new DatabaseReader(installers.Current).PropertiesAsync(cancellationToken))["ProductCode"];
        await RefuseAsync(cancellationToken);
        await InstallAsync(cancellationToken);
        await RepairAsync(product, cancellationToken);
        await RemoveForUpgradeAsync(product, cancellationToken);
        await UpgradeAsync(cancellationToken);
        await UninstallAsync(cancellationToken);
        return _rows;
    }

    private async Task RefuseAsync(CancellationToken cancellationToken)
    {
        const string Step = "refuse";
        await MsiAsync(Step, "a file that is broken", FunctionFailed, cancellationToken, "/i", WinePrefix.WindowsPath(installers.Broken));
        await MsiAsync(Step, "a product that is not installed", UnknownProduct, cancellationToken, "/x", Guid.Empty.ToString("B"));
        await MsiAsync(Step, "for all users", FatalError, cancellationToken, "/i", WinePrefix.WindowsPath(installers.Current), "ALLUSERS=1");
        Files(Step, InstalledModule.Version, null);
    }

    private async Task InstallAsync(CancellationToken cancellationToken)
    {
        const string Step = "install";
        await MsiAsync(Step, "exit code", Success, cancellationToken, "/i", WinePrefix.WindowsPath(installers.Current));
        Files(Step, InstalledModule.Version, BuildPaths.StagedModule);
        await EntryAsync(Step, InstalledModule.Version, cancellationToken);
        string[] menu = [.. _guest.MenuEntries()];
        Add(Step, "Start menu", "NaccsCert/NACCS certificate assistant.lnk", string.Join(", ", menu));
        Add(Step, "values in the registry", true, await _guest.MarksAsync(cancellationToken) > 0);
        byte[] command = Encoding.Unicode.GetBytes("\"Import-Module NaccsCert; Start-NaccsAssistant; if ($?) { exit }\"");
        Add(Step, "its command", true, menu.Length == 1 && _guest.MenuEntry(menu[0]).AsSpan().IndexOf(command) > 0);
        await PowerShellAsync(
            Step,
            [
                new(
                    Step,
                    "imported by its name",
                    "Import-Module NaccsCert; (Get-Module NaccsCert).ModuleBase.Replace([Environment]::GetFolderPath('MyDocuments'), '')",
                    $@"\PowerShell\Modules\NaccsCert\{InstalledModule.Version}"),
                new(Step, "the reminder is registered", Register, "Healthy"),
                new(Step, "a certificate goes into the store", WineStore.Add(certificates.Client), "1"),
            ],
            cancellationToken);
        await PowerShellAsync(
            "install, the other copy",
            [
                new(
                    Step,
                    "the one for Windows PowerShell can be imported",
                    """
                    $folder = [Environment]::GetFolderPath('MyDocuments') + '\WindowsPowerShell\Modules\NaccsCert'
                    (Import-Module $folder -PassThru).ExportedCmdlets.Count -gt 9
                    """,
                    "True"),
            ],
            cancellationToken);
        Add(Step, "the reminder's task", 1, _guest.Tasks());
    }

    private async Task RepairAsync(string product, CancellationToken cancellationToken)
    {
        const string Step = "repair";
        Damage();
        // Wine's msiexec does not know /f with a product; this is what it stands for.
        await MsiAsync(Step, "exit code of REINSTALL=ALL", Success, cancellationToken, "/i", product, "REINSTALL=ALL");
        Files(Step, InstalledModule.Version, BuildPaths.StagedModule);
        Damage();
        await MsiAsync(Step, "exit code of the installer, run again", Success, cancellationToken, "/i", WinePrefix.WindowsPath(installers.Current));
        Files(Step, InstalledModule.Version, BuildPaths.StagedModule);
    }

    // What an upgrade does to the older version. Wine removes it without saying that it is an upgrade, which Windows does.
    private async Task RemoveForUpgradeAsync(string product, CancellationToken cancellationToken)
    {
        const string Step = "removal for an upgrade";
        await MsiAsync(Step, "exit code", Success, cancellationToken, "/x", product, "UPGRADINGPRODUCTCODE=" + Guid.Empty.ToString("B"));
        Files(Step, InstalledModule.Version, null);
        Add(Step, "the reminder's task", 1, _guest.Tasks());
        await MsiAsync(Step, "exit code of another installation", Success, cancellationToken, "/i", WinePrefix.WindowsPath(installers.Current));
    }

    private async Task UpgradeAsync(CancellationToken cancellationToken)
    {
        const string Step = "upgrade";
        await MsiAsync(Step, "exit code", Success, cancellationToken, "/i", WinePrefix.WindowsPath(installers.Higher));
        Files(Step, InstalledModule.Version, null);
        Files(Step, TestInstallers.HigherVersion, installers.HigherModule);
        await EntryAsync(Step, TestInstallers.HigherVersion, cancellationToken);
        await MsiAsync(Step, "exit code of the older one, afterwards", FatalError, cancellationToken, "/i", WinePrefix.WindowsPath(installers.Current));
        await PowerShellAsync(Step, [new(Step, "the reminder is registered", "Import-Module NaccsCert; " + Register, "Healthy")], cancellationToken);
    }

    private async Task UninstallAsync(CancellationToken cancellationToken)
    {
        const string Step = "uninstall";
        await MsiAsync(Step, "exit code", Success, cancellationToken, "/x", WinePrefix.WindowsPath(installers.Higher));
        Files(Step, TestInstallers.HigherVersion, null);
        Add(Step, "the folders of all versions", 0, Programs.Count(program => Directory.Exists(_guest.ModuleFolder(program, string.Empty))));
        Add(Step, "Apps", 0, (await _guest.EntriesAsync(cancellationToken)).Count);
        Add(Step, "values in the registry", 0, await _guest.MarksAsync(cancellationToken));
        Add(Step, "Start menu", 0, _guest.MenuEntries().Count);
        Add(Step, "the reminder's task", 0, _guest.Tasks());
        await PowerShellAsync(
            Step,
            [
                new(Step, "the certificate is still in the store", WineStore.Count, "1"),
                new(
                    Step,
                    "and so is the unfinished enrollment",
                    $"[IO.File]::Exists($env:LOCALAPPDATA + '\\NaccsCert\\enrollments\\{GuestFiles.EnrollmentId}\\entry.json')",
                    "True"),
            ],
            cancellationToken);
    }

    private void Damage()
    {
        File.Delete(Path.Combine(_guest.ModuleFolder(Programs[0], InstalledModule.Version), "LICENSE"));
        File.WriteAllText(Path.Combine(_guest.ModuleFolder(Programs[1], InstalledModule.Version), "bin/Core/NaccsCert.dll"), "damaged");
    }

    private async Task MsiAsync(string step, string name, string expected, CancellationToken cancellationToken, params string[] arguments) =>
        Add(step, name, expected, await _guest.RunAsync(cancellationToken, arguments));

    // Without a module, nothing of it is to be there.
    private void Files(string step, string version, string? module)
    {
        foreach (string program in Programs)
        {
            string folder = _guest.ModuleFolder(program, version);
            string seen = module is null ? Directory.Exists(folder).ToString() : FileTree.Compare(module, folder);
            Add(step, $"files of {version} in {program}", module is null ? "False" : "same", seen);
        }
    }

    private async Task EntryAsync(string step, string version, CancellationToken cancellationToken)
    {
        IReadOnlyList<IReadOnlyDictionary<string, string>> entries = await _guest.EntriesAsync(cancellationToken);
        Add(
            step,
            "Apps",
            $"{version}, NaccsCert contributors, https://github.com/naccscert/naccscert",
            string.Join("; ", entries.Select(entry => $"{entry["DisplayVersion"]}, {entry["Publisher"]}, {entry["URLInfoAbout"]}")));
    }

    private async Task PowerShellAsync(string step, IReadOnlyList<GuestCheck> checks, CancellationToken cancellationToken)
    {
        var session = new GuestSession(step, "ja-JP", InstalledModule.Name, checks);
        foreach (Finding finding in await EngineSession.RunAsync(prefix, session, cancellationToken))
        {
            string seen = finding.Messages.Length == 0 ? finding.Seen : $"{finding.Seen} ({finding.Messages})";
            Add(step, finding.Check.Name, finding.Check.Expected, seen);
        }
    }

    private void Add<T>(string step, string name, T expected, T seen) => _rows.Add(new Row(step, name, $"{expected}", $"{seen}"));
}
