using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Wine.Guest;
using NaccsCert.TestSupport;

namespace NaccsCert.Harnesses.Installer.Packages;

/// <summary>Installers made by the build tool: of the staged module, twice, and of the same as a higher version.</summary>
internal sealed class TestInstallers : IDisposable
{
    /// <summary>The version of the second installer.</summary>
    public const string HigherVersion = "99.0.0";

    private static readonly TimeSpan BuildTimeout = TimeSpan.FromMinutes(2);

    private readonly ScratchDirectory _scratch = new();

    private TestInstallers()
    {
    }

    /// <summary>The installer of the staged module.</summary>
    public string Current => _scratch.Member($"first/NaccsCert.{InstalledModule.Version}.msi");

    /// <summary>The same, made again.</summary>
    public string Again => _scratch.Member($"second/NaccsCert.{InstalledModule.Version}.msi");

    /// <summary>The installer of a higher version.</summary>
    public string Higher => _scratch.Member($"higher/NaccsCert.{HigherVersion}.msi");

    /// <summary>The beginning of an installer.</summary>
    public string Broken => _scratch.Member("broken.msi");

    /// <summary>The module of the higher version, as it was staged.</summary>
    public string HigherModule => _scratch.Member("module");

    /// <summary>Makes them.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<TestInstallers> BuildAsync(CancellationToken cancellationToken)
    {
        var installers = new TestInstallers();
        try
        {
            installers.RaiseVersion();
            await installers.BuildAsync(BuildPaths.StagedModule, "first", cancellationToken);
            await installers.BuildAsync(BuildPaths.StagedModule, "second", cancellationToken);
            await installers.BuildAsync(installers.HigherModule, "higher", cancellationToken);
            byte[] whole = await File.ReadAllBytesAsync(installers.Current, cancellationToken);
            await File.WriteAllBytesAsync(installers.Broken, whole[..(whole.Length / 2)], cancellationToken);
            return installers;
        }
        catch
        {
            installers.Dispose();
            throw;
        }
    }

    public void Dispose() => _scratch.Dispose();

    private void RaiseVersion()
    {
        FileTree.Copy(BuildPaths.StagedModule, HigherModule);
        string manifest = Path.Combine(HigherModule, "NaccsCert.psd1");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace($"'{InstalledModule.Version}'", $"'{HigherVersion}'"));
    }

    private async Task BuildAsync(string module, string output, CancellationToken cancellationToken)
    {
        var environment = new Dictionary<string, string>
        {
            ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? string.Empty,
            ["HOME"] = _scratch.FullPath,
        };
        ProcessStartInfo build = DotnetProgram.StartInfo(BuildPaths.BuildProgram, ["installer", module, _scratch.Member(output)]);
        ProgramRun run = await ProgramRun.RunAsync(build.FileName, build.ArgumentList, environment, BuildTimeout, cancellationToken);
        if (run.ExitCode != 0)
        {
            throw new InvalidOperationException($"The installer could not be made: {run.Text}");
        }
    }
}
