using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.PowerShell;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>Nothing new begins in an account in which nobody could use the certificate (manual 1.1).</summary>
public sealed class AccountTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes), IDisposable
{
    private const string Caller = "taro";

    /// <summary>Tells of the error that ends a script, and whether anything was begun before.</summary>
    private const string Tell = """
        trap { $_.FullyQualifiedErrorId.Split(',')[0]; "$($_.TargetObject -eq [Environment]::UserName)"; "$(@(Get-NaccsEnrollment -WarningAction Ignore).Count)"; break }
        $ErrorActionPreference = 'Stop'
        """;

    private readonly ScratchHome _home = new();

    /// <inheritdoc/>
    public void Dispose() => _home.Dispose();

    [Fact]
    public void Whoever_has_signed_in_may_enrol()
    {
        SessionRun run = Session.Invoke("Test-NaccsAccount");
        Assert.Equal(true, run.Result().Properties["CanEnroll"].Value);
        Assert.Null(run.Result().Properties["Error"].Value);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal("Suitable", run.Text("Status"));
            Assert.Equal((Environment.UserName, Environment.UserName), (run.Text("UserName"), run.Text("DesktopUserName")));
            Assert.Equal("False", run.Text("IsElevated"));
        }
    }

    [Fact]
    public async Task Whoever_is_elevated_as_another_is_told_so()
    {
        ProcessRun run = await ElevatedAsync(
            "Test-NaccsAccount | ForEach-Object { \"$($_.Status) $($_.CanEnroll) $($_.Error) $($_.DesktopUserName) $($_.IsElevated)\" }");
        Assert.Equal("ElevatedAsAnother False AccountElevatedAsAnother taro True\n", run.Output);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-WhatIf")]
    public async Task A_request_is_stopped_before_any_code_is_used(string options)
    {
        CodeSet codes = TakeCodes();
        AssertStopped(await ElevatedAsync($"{Tell}\n{Request(codes)} {options}"));
        Enroll(codes).Result();
    }

    [Fact]
    public async Task A_request_file_is_not_written()
    {
        string file = Scratch.Member("request.pem");
        AssertStopped(await ElevatedAsync($"{Tell}\nRequest-NaccsCertificate -OutFile '{file}' -KeyAlgorithm EcdsaP256"));
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task A_renewal_is_stopped_and_with_Force_goes_on()
    {
        Assert.Equal("Enrolled\n", (await RunAsync($"({Request(TakeCodes())}).Status", _home)).Output);
        AssertStopped(await ElevatedAsync($"{Tell}\nUpdate-NaccsCertificate"));
        AssertStopped(await ElevatedAsync($"{Tell}\nUpdate-NaccsCertificate -WhatIf"));
        Assert.Equal("Renewed\n", (await ElevatedAsync("(Update-NaccsCertificate -Force -KeyAlgorithm EcdsaP256).Status")).Output);
    }

    [Fact]
    public async Task A_request_with_Force_goes_on() =>
        Assert.Equal("Enrolled\n", (await ElevatedAsync($"({Request(TakeCodes())} -Force).Status")).Output);

    [Fact]
    public async Task A_file_with_a_key_is_not_taken_in_unless_forced()
    {
        using var authority = new ClientAuthority();
        using X509Certificate2 certificate = authority.Issue("1ACC001");
        Redefine(authority.Pin(Scratch.Member("root.pem")));
        string file = Scratch.Member("browser.p12");
        await File.WriteAllBytesAsync(file, Pkcs12.Of(certificate, authority.Issuer, authority.Root), TestContext.Current.CancellationToken);
        string import = $"Import-NaccsCertificate '{file}' -Password '{Pkcs12.Password}'";

        AssertStopped(await ElevatedAsync($"{Tell}\n{import}"));
        Assert.Equal("0\nImported\n", (await ElevatedAsync($"@(Get-NaccsCertificate -WarningAction Ignore).Count; ({import} -Force).Status")).Output);
    }

    private static string Request(CodeSet codes) =>
        $"Request-NaccsCertificate {codes.Code1} {codes.Code2} {codes.Code3} -KeyAlgorithm EcdsaP256";

    private static void AssertStopped(ProcessRun run) => Assert.Equal("AccountElevatedAsAnother\nTrue\n0\n", run.Output);

    // Elsewhere than on Windows, sudo tells who called it.
    private Task<ProcessRun> ElevatedAsync(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows says itself who is signed in at the desktop.");
        return RunAsync(script, _home, ("SUDO_USER", Caller));
    }

    private Task<ProcessRun> RunAsync(string script, ScratchHome home, params (string Name, string? Value)[] variables) => PowerShellProcess.RunAsync(
        string.Empty,
        [
            "-NonInteractive", "-Command",
            $"Import-Module '{BuildPaths.StagedModule}'\n$PSDefaultParameterValues = @{{ '*-Naccs*:Service' = '{Service}' }}\n{script}",
        ],
        TestContext.Current.CancellationToken,
        home,
        RunCulture.VariablesFor("en-US").Concat(variables.Select(variable => KeyValuePair.Create(variable.Name, variable.Value)))
            .ToDictionary());
}
