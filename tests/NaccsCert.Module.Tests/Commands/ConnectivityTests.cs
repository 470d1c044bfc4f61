using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

public sealed class ConnectivityTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    private const string Checks = "(Test-NaccsConnectivity).Checks | ForEach-Object { \"$($_.Name) $($_.Verdict)\" }";

    [Fact]
    public void A_host_that_can_be_reached_passes_every_stage()
    {
        PSObject result = Invoke("Test-NaccsConnectivity").Result();
        Assert.Equal("Passed", result.Properties["Status"].Value.ToString());
        Assert.Equal("Everything is in order.", result.Properties["Reason"].Value);
        Assert.Equal(false, result.Properties["Changed"].Value);
        Assert.Equal("CertificateService", result.Properties["Role"].Value);
        Assert.Equal("127.0.0.1", result.Properties["HostName"].Value);
        Assert.Equal(Sandbox.Url.Port, result.Properties["Port"].Value);
        Assert.Equal("NaccsCert Sandbox TLS Root", result.Properties["TrustAnchor"].Value);
        Assert.StartsWith("Tls1", (string)result.Properties["TlsVersion"].Value, StringComparison.Ordinal);
        Assert.Equal(["127.0.0.1"], (IEnumerable<string>)result.Properties["Addresses"].Value);
        Assert.NotNull(result.Properties["ClockSkew"].Value);
        Assert.NotNull(result.Properties["NextMaintenance"].Value);
        Assert.Equal(
            ["NameResolution Passed", "Tcp Passed", "Tls Passed", "Service Passed", "Clock Passed", "Maintenance Passed"],
            Invoke(Checks).OutputTexts());
    }

    [Fact]
    public void A_port_that_is_closed_fails_and_what_follows_is_skipped()
    {
        Redefine(json => json["hosts"]![0]!["port"] = Ports.Closed());
        Assert.Equal(
            ["NameResolution Passed", "Tcp Failed", "Tls Skipped", "Service Skipped", "Clock Skipped", "Maintenance Passed"],
            Invoke(Checks).OutputTexts());
    }

    [Fact]
    public void A_server_of_another_root_fails()
    {
        using X509Certificate2 other = X509CertificateLoader.LoadCertificateFromFile(Sandbox.ClientCaPath);
        Redefine(json =>
        {
            json["trustAnchors"]![0]!["file"] = Sandbox.ClientCaPath;
            json["trustAnchors"]![0]!["sha256"] = other.GetCertHashString(HashAlgorithmName.SHA256);
        });
        SessionRun run = Invoke("Test-NaccsConnectivity");
        Assert.Equal("Failed", run.Text("Status"));
        Assert.Contains("its issuer is", run.Text("Reason"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_host_of_the_definition_has_its_result()
    {
        Redefine(json =>
        {
            JsonNode second = json["hosts"]![0]!.DeepClone();
            second["role"] = "NetNaccs";
            second["port"] = Ports.Closed();
            json["hosts"]!.AsArray().Add(second);
        });
        SessionRun run = Invoke("Test-NaccsConnectivity");
        Assert.Empty(run.Errors);
        Assert.Equal(["CertificateService", "NetNaccs"], run.Texts("Role"));
        Assert.Equal(["Passed", "Failed"], run.Texts("Status"));
    }

    [Fact]
    public void Maintenance_that_is_on_is_a_warning_with_its_end()
    {
        Redefine(json =>
        {
            // Longer than a month, so it is on whatever the day.
            json["maintenance"]!["weekOfMonth"] = 1;
            json["maintenance"]!["duration"] = "P40D";
        });
        PSObject result = Invoke("Test-NaccsConnectivity").Result();
        Assert.Equal("Warning", result.Properties["Status"].Value.ToString());
        Assert.Equal(true, result.Properties["InMaintenance"].Value);
        Assert.StartsWith("Maintenance is on until ", (string)result.Properties["Reason"].Value, StringComparison.Ordinal);
        Assert.NotNull(result.Properties["NextAttempt"].Value);
    }
}
