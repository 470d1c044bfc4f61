using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.PowerShell;
using Xunit;

namespace NaccsCert.Module.Tests.Scripts;

/// <summary>A user with a home, for whom scripts run as processes, as agents start them: without -NonInteractive.</summary>
public abstract class FleetTests(FleetService service) : IDisposable
{
    private protected ScratchHome Home { get; } = new();

    private protected ScratchDirectory Scratch { get; } = new();

    private protected string Service => service.Definition;

    /// <inheritdoc/>
    public void Dispose()
    {
        Home.Dispose();
        Scratch.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The path of a script of the module.</summary>
    private protected static string ScriptAt(string name) => Path.Combine(BuildPaths.StagedModule, "scripts", name);

    /// <summary>Runs a script file to its end; whatever it would ask, nobody answers.</summary>
    private protected async Task<ProcessRun> RunAsync(string script, params IEnumerable<string> arguments)
    {
        using var process = new PowerShellProcess(["-File", script, .. arguments], Home);
        return await process.EndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Runs a command with the module, which must succeed.</summary>
    private protected async Task<string> DoAsync(string command)
    {
        ProcessRun run = await PowerShellProcess.RunAsync(
            string.Empty,
            ["-NonInteractive", "-Command", $"Import-Module '{BuildPaths.StagedModule}'; {command}"],
            TestContext.Current.CancellationToken,
            Home);
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        return run.Output;
    }

    /// <summary>Gives the user a certificate whose silent renewal is due.</summary>
    private protected Task EnrollAsync(string options = "")
    {
        CodeSet codes = service.TakeCodes();
        return DoAsync(
            $"Request-NaccsCertificate {codes.Code1} {codes.Code2} {codes.Code3} -Service '{Service}' -KeyAlgorithm EcdsaP256 {options}");
    }

    /// <summary>Leaves the user the certificate without its key.</summary>
    private protected Task LoseKeyAsync() => DoAsync(
        """
        $store = [Security.Cryptography.X509Certificates.X509Store]::new('My', 'CurrentUser')
        $store.Open('ReadWrite')
        $certificate = $store.Certificates[0]
        $store.Remove($certificate)
        $store.Add([Security.Cryptography.X509Certificates.X509CertificateLoader]::LoadCertificate($certificate.RawData))
        $store.Close()
        """);

    /// <summary>A definition like that of the service, but of one that nobody runs.</summary>
    private protected string DeadService() =>
        Redefined(definition => definition["enrollment"]!["url"] = "https://127.0.0.1:9/.well-known/est");

    /// <summary>A definition like that of the service, with a change.</summary>
    private protected string Redefined(Action<JsonNode> change)
    {
        JsonNode definition = JsonNode.Parse(File.ReadAllText(Service))!;
        change(definition);
        string path = Path.Combine(Path.GetDirectoryName(Service)!, Path.GetRandomFileName() + ".json");
        File.WriteAllText(path, definition.ToJsonString());
        return path;
    }

    /// <summary>A script by itself, somewhere else, as agents run it.</summary>
    private protected string Alone(string name)
    {
        string path = Scratch.Member(Path.GetFileName(name));
        File.Copy(ScriptAt(name), path);
        return path;
    }

    /// <summary>A folder with nothing but this module, as modules are installed.</summary>
    private protected string Modules()
    {
        string modules = Directory.CreateDirectory(Scratch.Member("modules")).FullName;
        Directory.CreateSymbolicLink(Path.Combine(modules, "NaccsCert"), BuildPaths.StagedModule);
        return modules;
    }

    /// <summary>Runs a text in PowerShell that has its modules in a folder.</summary>
    private protected Task<ProcessRun> RunTextAsync(
        string modules, string text, IReadOnlyDictionary<string, string?>? variables = null) => PowerShellProcess.RunAsync(
        string.Empty,
        ["-Command", $"$env:PSModulePath = '{modules}'; {text}; exit $LASTEXITCODE"],
        TestContext.Current.CancellationToken,
        Home,
        variables);

    /// <summary>Holds the rules that agents have for scripts, and gives the answer.</summary>
    private protected static JsonObject Answer(ProcessRun run)
    {
        Assert.Empty(run.Error);
        string line = Assert.Single(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.True(line.Length <= 2048, line);
        Assert.All(line, character => Assert.InRange(character, ' ', '~'));
        JsonObject answer = JsonNode.Parse(line)!.AsObject();
        Assert.Equal(run.ExitCode, (int)answer["exit"]!);
        Assert.InRange(run.ExitCode, 0, 1);
        return answer;
    }

    /// <summary>Holds the rules, and expects a code and an exit code.</summary>
    private protected static void Expect(string code, int exitCode, ProcessRun run) =>
        Assert.Equal((code, exitCode), ((string)Answer(run)["code"]!, run.ExitCode));
}
