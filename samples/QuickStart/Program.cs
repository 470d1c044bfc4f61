using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using NaccsCert.TestSupport;

// Rehearses the whole life of a certificate: a certificate service of our own on loopback, a scratch home in place of
// the real one, and QuickStart.ps1 in the PowerShell engine.
using var home = new ScratchHome();
await using SandboxProcess sandbox =
    await SandboxProcess.StartAsync(new SandboxOptions { Validity = "P20D" }, CancellationToken.None);
Console.WriteLine($"A certificate service for rehearsal listens at {sandbox.Url}");

string moduleFolder = Path.GetFullPath(Assembly.GetExecutingAssembly()
    .GetCustomAttributes<AssemblyMetadataAttribute>()
    .Single(metadata => metadata.Key == "ModuleFolder").Value!);
ProcessStartInfo start = DotnetProgram.StartInfo(
    "NaccsCert.PSHost.dll",
    [
        "-File", Path.Combine(AppContext.BaseDirectory, "QuickStart.ps1"),
        "-ModulePath", moduleFolder,
        "-Service", sandbox.ServiceDefinitionPath,
    ]);
start.RedirectStandardInput = true;
home.ApplyTo(start);
using Process engine = Process.Start(start)!;

// The codes are typed in, as at a desk: a command line can be read by others.
CodeSet codes = sandbox.Codes[0];
foreach (string code in new[] { codes.Code1, codes.Code2, codes.Code3 })
{
    await engine.StandardInput.WriteLineAsync(code);
}

engine.StandardInput.Close();
await engine.WaitForExitAsync();
return engine.ExitCode;
