using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.PowerShell;
using NaccsCert.TestSupport.Proxies;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>With -NonInteractive nothing is asked, also where somebody would answer.</summary>
public sealed class NonInteractiveTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    private const string Request = "Request-NaccsCertificate $codes.Code1 $codes.Code2 $codes.Code3 -KeyAlgorithm EcdsaP256 ";

    [Fact]
    public async Task A_root_that_is_not_pinned_is_left_out()
    {
        // Of the sandbox that all tests share, this home may trust the root already.
        await using SandboxProcess stranger = await SandboxProcess.StartAsync(new SandboxOptions(), TestContext.Current.CancellationToken);
        DefinitionFile.Write(stranger, Service, ServiceName, PinNoClientRoot);
        Session.Answer("y");
        SessionRun run = Invoke(Request + "-NonInteractive", ("codes", stranger.Codes[0]));
        Assert.Equal("NotPinned", run.Text("RootCA"));
        Assert.Empty(run.Shown);
    }

    [Fact]
    public async Task Credentials_for_a_proxy_are_missing()
    {
        await using var proxy = FakeProxy.ForUser("taro", "right");
        Session.Answer("taro", "right");
        SessionRun run = Invoke(
            Request + "-MaximumRetryCount 0 -Proxy $proxy -ProxyAuthentication Basic -NonInteractive",
            ("codes", TakeCodes()),
            ("proxy", proxy.Address));
        run.Error("ProxyAuthenticationRequired", ErrorCategory.AuthenticationError, "127.0.0.1");
        Assert.Empty(run.Shown);
        Assert.Equal(0, proxy.Tunnels);
    }

    [Fact]
    public void The_password_of_a_file_is_missing()
    {
        using var authority = new ClientAuthority();
        using X509Certificate2 certificate = authority.Issue("1P12001");
        string file = Scratch.Member("browsed.p12");
        File.WriteAllBytes(file, Pkcs12.Of(certificate));
        Session.Answer(Pkcs12.Password);
        SessionRun run = Invoke("Import-NaccsCertificate $file -NonInteractive", ("file", file));
        run.Error("ImportPasswordRequired", ErrorCategory.AuthenticationError, file);
        Assert.Empty(run.Shown);
    }

    /// <summary>Start-NaccsAssistant, which consists of questions, is the exception.</summary>
    [Fact]
    public void Whatever_asks_can_be_kept_from_it_and_nothing_else_asks()
    {
        CmdletInfo[] commands = [.. Session.Invoke("Get-Command -Module NaccsCert").Output.Select(command => (CmdletInfo)command.BaseObject)];
        Assert.Equal(
            [
                "Export-NaccsSupportBundle", "Import-NaccsCertificate", "Install-NaccsRootCA", "Invoke-NaccsRenewalReminder", "New-NaccsFleetReport", "Request-NaccsCertificate",
                "Resume-NaccsEnrollment", "Test-NaccsCertificate", "Test-NaccsConnectivity", "Update-NaccsCertificate",
            ],
            commands.Where(command => command.Parameters.ContainsKey("NonInteractive")).Select(command => command.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_host_that_refuses_questions_is_asked_none()
    {
        PinNoClientRoot();
        CodeSet codes = TakeCodes();
        using var home = new ScratchHome();
        ProcessRun run = await PowerShellProcess.RunAsync(
            "y\n", ["-NonInteractive", "-Command", RequestLine(codes)], TestContext.Current.CancellationToken, home);
        Assert.Equal((0, "NotPinned\n", string.Empty), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task What_else_stands_on_the_command_line_says_nothing_of_the_host()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The pseudo-terminal is that of Linux.");
        PinNoClientRoot();
        CodeSet codes = TakeCodes();
        string script = Scratch.Member("script.ps1");
        await File.WriteAllTextAsync(script, $"param([switch] $NonInteractive)\n{RequestLine(codes)}", TestContext.Current.CancellationToken);
        using var home = new ScratchHome();
        string terminal = await PowerShellTerminal.AnswerAsync(
            ["-File", script, "-NonInteractive"],
            "(default is \"N\"):",
            "y",
            home,
            RunCulture.VariablesFor("en-US"),
            TestContext.Current.CancellationToken);
        Assert.Contains("Installed", terminal, StringComparison.Ordinal);
    }

    private string RequestLine(CodeSet codes) =>
        $"Import-Module '{BuildPaths.StagedModule}'\n"
        + $"(Request-NaccsCertificate {codes.Code1} {codes.Code2} {codes.Code3} -KeyAlgorithm EcdsaP256 -Service '{Service}').RootCA";

    private void PinNoClientRoot() => Redefine(PinNoClientRoot);

    private static void PinNoClientRoot(JsonNode json) => json["trustAnchors"] = new JsonArray(
        [.. json["trustAnchors"]!.AsArray().Where(anchor => (string)anchor!["purpose"]! == "server").Select(anchor => anchor!.DeepClone())]);
}
