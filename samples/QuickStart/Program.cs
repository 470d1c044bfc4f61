using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.PowerShell;

// Shows the whole life of a certificate: a certificate service on the loopback interface, a scratch home in place of the real
// one, and QuickStart.ps1 in PowerShell, which came with the packages of the build.
using var home = new ScratchHome();
await using SandboxProcess sandbox =
    await SandboxProcess.StartAsync(new SandboxOptions { Validity = "P20D" }, CancellationToken.None);
Console.WriteLine($"A certificate service for tests listens at {sandbox.Url}");

string moduleFolder = Path.GetFullPath(Assembly.GetExecutingAssembly()
    .GetCustomAttributes<AssemblyMetadataAttribute>()
    .Single(metadata => metadata.Key == "ModuleFolder").Value!);
ProcessStartInfo start = PowerShellProgram.StartInfo(
    [
        "-File", Path.Combine(AppContext.BaseDirectory, "QuickStart.ps1"),
        "-ModulePath", moduleFolder,
        "-Service", sandbox.ServiceDefinitionPath,
    ]);
start.RedirectStandardInput = true;
home.ApplyTo(start);
using Process shell = Process.Start(start)!;

// The codes go in by standard input, as if they were typed: a command line can be read by others.
CodeSet codes = sandbox.Codes[0];
foreach (string code in new[] { codes.Code1, codes.Code2, codes.Code3 })
{
    await shell.StandardInput.WriteLineAsync(code);
}

shell.StandardInput.Close();
await shell.WaitForExitAsync();
return shell.ExitCode;
