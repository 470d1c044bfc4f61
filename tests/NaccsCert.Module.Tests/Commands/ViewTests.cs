using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.PSHost;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>What a user sees on a console of 80 columns.</summary>
public sealed class ViewTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes, SandboxKind.Trusted)
{
    private const int Columns = 80;

    private const string ShowAll = """
        $env:COLUMNS = 80
        Get-NaccsCertificate -Service $service -StoreName $store | Out-Host
        '#' | Out-Host
        Get-NaccsEnrollment -Service $service | Out-Host
        '#' | Out-Host
        Update-NaccsCertificate $old -Service $service -StoreName $store | Out-Host
        '#' | Out-Host
        Test-NaccsCertificate $old -Service $service -StoreName $store | Out-Host
        '#' | Out-Host
        Test-NaccsConnectivity -Service $service | Out-Host
        '#' | Out-Host
        Install-NaccsRootCA -Service $service | Out-Host
        '#' | Out-Host
        Get-NaccsMaintenanceWindow -Service naccs | Out-Host
        '#' | Out-Host
        Test-NaccsConnectivity -Service $service -Detailed | Out-Host
        '#' | Out-Host
        (Test-NaccsConnectivity -Service $service).Checks | Out-Host
        """;

    private static XDocument Formats => XDocument.Load(Path.Combine(BuildPaths.StagedModule, "NaccsCert.Format.ps1xml"));

    [Theory]
    [InlineData("en-US")]
    [InlineData("ja-JP")]
    public async Task Every_table_begins_with_the_status_and_cuts_nothing_off(string culture)
    {
        string old = Enrolled();
        string renewed = Invoke("Update-NaccsCertificate").Text("Thumbprint");
        string id = Invoke("Request-NaccsCertificate -OutFile $path", ("path", Scratch.Member("request.pem"))).Text("EnrollmentId");
        HostRun run = await HostProcess.RunAsync(
            string.Empty,
            [
                "-NonInteractive",
                "-Culture",
                culture,
                "-Command",
                $"Import-Module '{BuildPaths.StagedModule}'; $service = '{Service}'; $store = '{StoreName}'; $old = '{old}'\n{ShowAll}",
            ],
            TestContext.Current.CancellationToken);
        Assert.Empty(run.Error);
        string[] lines = run.Output.Split('\n');
        Assert.All(lines, line => Assert.InRange(CellWidth.Of(line), 0, Columns));
        Assert.DoesNotContain('\u2026', run.Output);
        Assert.DoesNotContain("...", run.Output, StringComparison.Ordinal);

        string[] tables = run.Output.Split("#\n");
        Assert.All(tables[..^2], table => Assert.StartsWith("Status", table.TrimStart(), StringComparison.Ordinal));
        Assert.StartsWith($"Host: 127.0.0.1:{Sandbox.Url.Port}", tables[^2].TrimStart(), StringComparison.Ordinal);
        Assert.StartsWith("Verdict", tables[^1].TrimStart(), StringComparison.Ordinal);
        Assert.Contains(renewed + "\n", tables[0], StringComparison.Ordinal);
        Assert.Contains(old + "\n", tables[0], StringComparison.Ordinal);
        Assert.Contains(id, tables[1], StringComparison.Ordinal);
        Assert.Contains($"127.0.0.1:{Sandbox.Url.Port}", tables[4], StringComparison.Ordinal);
        Assert.Contains("NaccsCert Sandbox TLS Root", tables[5], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_output_type_and_the_checks_in_it_have_a_view()
    {
        SessionRun types = Invoke("(Get-Command -Module NaccsCert).OutputType.Name; 'NaccsCert.Check'");
        Assert.Empty(types.OutputTexts().Distinct().Except(["System.String"]).Except(Formats.Descendants("TypeName").Select(type => type.Value)));
    }

    [Theory]
    [MemberData(nameof(NarrowColumns))]
    public void Names_of_statuses_fit_their_column(string type, string enumeration)
    {
        XElement view = Formats.Descendants("View").Single(view => view.Descendants("TypeName").Single().Value == type);
        int width = int.Parse(view.Descendants("Width").First().Value, CultureInfo.InvariantCulture);
        SessionRun names = Invoke("[enum]::GetNames($enumeration -as [type])", ("enumeration", enumeration));
        Assert.NotEmpty(names.Output);
        Assert.All(names.OutputTexts(), name => Assert.InRange(name.Length, 1, width));
    }

    public static IEnumerable<TheoryDataRow<string, string>> NarrowColumns() =>
    [
        new("NaccsCert.NaccsCertificate", "NaccsCert.CertificateStatus"),
        new("NaccsCert.EnrollmentResult", "NaccsCert.EnrollmentStatus"),
        new("NaccsCert.CertificateTestResult", "NaccsCert.Verdict"),
        new("NaccsCert.ConnectivityResult", "NaccsCert.Verdict"),
        new("NaccsCert.ConnectivityStage", "NaccsCert.Verdict"),
        new("NaccsCert.RootCAResult", "NaccsCert.RootCAStatus"),
        new("NaccsCert.Check", "NaccsCert.Verdict"),
    ];

    [Theory]
    [InlineData("NaccsCert.EnrollmentResult")]
    [InlineData("NaccsCert.CertificateTestResult")]
    [InlineData("NaccsCert.ConnectivityResult")]
    [InlineData("NaccsCert.RootCAResult")]
    public void Every_result_says_status_reason_change_thumbprint_and_next_attempt(string type)
    {
        SessionRun run = Invoke("($type -as [type]).GetProperties().Name", ("type", type));
        Assert.Empty(new[] { "Status", "Reason", "Changed", "Thumbprint", "NextAttempt" }.Except(run.OutputTexts()));
    }
}
