using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

public sealed class ConnectivityTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    // Whether the root is trusted depends on what other tests have installed.
    private const string Checks = "(Test-NaccsConnectivity).Checks | Where-Object Name -ne TrustAnchor | ForEach-Object { \"$($_.Name) $($_.Status)\" }";

    [Fact]
    public void A_host_that_can_be_reached_passes_every_stage()
    {
        PSObject result = Invoke("Test-NaccsConnectivity").Result();
        Assert.Equal(false, result.Properties["Changed"].Value);
        Assert.Equal("CertificateService", result.Properties["Role"].Value);
        Assert.Equal("127.0.0.1", result.Properties["HostName"].Value);
        Assert.Equal(Sandbox.Url.Port, result.Properties["Port"].Value);
        Assert.Equal("NaccsCert Sandbox TLS Root", result.Properties["TrustAnchor"].Value);
        Assert.StartsWith("TLS 1.", (string)result.Properties["TlsVersion"].Value, StringComparison.Ordinal);
        Assert.Equal(["127.0.0.1"], (IEnumerable<string>)result.Properties["Addresses"].Value);
        Assert.NotNull(result.Properties["ClockSkew"].Value);
        Assert.NotNull(result.Properties["NextMaintenance"].Value);
        Assert.Equal(
            [
                "Proxy Passed", "NameResolution Passed", "Tcp Passed", "ProxyAuthentication Skipped", "Tls Passed",
                "Service Passed", "ClientCertificate Skipped", "Clock Passed", "Maintenance Passed",
            ],
            Invoke(Checks).OutputTexts());
    }

    [Fact]
    public void A_port_that_is_closed_fails_and_what_follows_is_skipped()
    {
        Redefine(json => json["hosts"]![0]!["port"] = Ports.Closed());
        Assert.Equal(
            [
                "Proxy Passed", "NameResolution Passed", "Tcp Failed", "ProxyAuthentication Skipped", "Tls Skipped",
                "Service Skipped", "ClientCertificate Skipped", "Clock Skipped", "Maintenance Passed",
            ],
            Invoke(Checks).OutputTexts());
    }

    [Fact]
    public void A_server_of_another_root_fails()
    {
        ReadInEnglish();
        using X509Certificate2 other = X509CertificateLoader.LoadCertificateFromFile(Sandbox.ClientCaPath);
        Redefine(json =>
        {
            json["trustAnchors"]![0]!["file"] = Sandbox.ClientCaPath;
            json["trustAnchors"]![0]!["sha256"] = other.GetCertHashString(HashAlgorithmName.SHA256);
        });
        SessionRun run = Invoke("Test-NaccsConnectivity");
        Assert.Equal("Failed", run.Text("Status"));
        Assert.Contains("Its issuer is", run.Text("Reason"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_host_of_the_definition_has_its_result_the_worst_first()
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
        Assert.Equal(["NetNaccs", "CertificateService"], run.Texts("Role"));
        Assert.Equal("Failed", run.Texts("Status")[0]);
        Assert.NotEqual("Failed", run.Texts("Status")[1]);
    }

    [Fact]
    public void Maintenance_that_is_on_is_a_warning_with_its_end()
    {
        ReadInEnglish();
        Redefine(json =>
        {
            // Longer than a month, so it is on whatever the day.
            json["maintenance"]!["weekOfMonth"] = 1;
            json["maintenance"]!["duration"] = "P40D";
        });
        PSObject result = Invoke("Test-NaccsConnectivity").Result();
        Assert.Equal("Warning", result.Properties["Status"].Value.ToString());
        Assert.Equal(true, result.Properties["InMaintenance"].Value);
        Assert.Contains("Maintenance is in progress until ", Invoke("(Test-NaccsConnectivity).Checks[-1].Detail").OutputTexts()[0], StringComparison.Ordinal);
        Assert.NotNull(result.Properties["NextAttempt"].Value);
    }

    [Fact]
    public void Only_the_hosts_of_the_wanted_environment_are_looked_at()
    {
        Redefine(json =>
        {
            JsonNode second = json["hosts"]![0]!.DeepClone();
            second["role"] = "NetNaccs";
            second["environment"] = "Production";
            json["hosts"]!.AsArray().Add(second);
        });
        Assert.Equal(["NetNaccs"], Invoke("Test-NaccsConnectivity Production").Texts("Role"));
        Assert.Equal(["CertificateService"], Invoke("Test-NaccsConnectivity -Environment Test").Texts("Role"));
        Assert.Equal(2, Invoke("Test-NaccsConnectivity All").Output.Count);
    }

    [Fact]
    public void In_detail_each_stage_has_its_duration_and_what_to_tell_the_administrator()
    {
        ReadInEnglish();
        int closed = Ports.Closed();
        Redefine(json => json["hosts"]![0]!["port"] = closed);
        SessionRun run = Invoke("Test-NaccsConnectivity -Detailed");
        Assert.Equal(10, run.Output.Count);
        PSObject failed = Assert.Single(run.Output, stage => stage.Properties["Status"].Value.ToString() == "Failed");
        Assert.Equal("Tcp", failed.Properties["Stage"].Value);
        Assert.IsType<TimeSpan>(failed.Properties["Duration"].Value);
        Assert.Equal(
            $"Ask your network administrator to allow TCP from this computer to 127.0.0.1, port {closed}.", failed.Properties["Advice"].Value);
    }

    [Fact]
    public void The_client_certificate_is_shown_to_the_certificate_service()
    {
        Enrolled();
        Assert.Equal(
            ["Passed"], Invoke("(Test-NaccsConnectivity).Checks | Where-Object Name -eq ClientCertificate | ForEach-Object Status").OutputTexts());
    }

    [Theory]
    [InlineData("en-US", "Request to allow communication with NACCS", "To")]
    [InlineData("ja-JP", "NACCS の利用に必要な通信の許可について(依頼)", "お願い")]
    public void The_request_to_the_firewall_lists_every_host_in_the_language_of_the_session(string culture, string title, string word)
    {
        IReadOnlyList<string> lines = Invoke(
            "$before = [cultureinfo]::CurrentUICulture; [cultureinfo]::CurrentUICulture = $culture\n"
            + "try { Test-NaccsConnectivity -AsFirewallRequest -Service naccs } finally { [cultureinfo]::CurrentUICulture = $before }",
            ("culture", culture)).OutputTexts();
        Assert.Equal(title, lines[0]);
        Assert.All(
            ["uac21j0vvasdpv9j7.nac.naccs.jp", "acjh4icrfmdu4utg7.nac.naccs.jp", "web-prod.nac.naccs.jp", "cert.nac.naccs.jp"],
            host => Assert.Single(lines, line => line.TrimStart().StartsWith(host, StringComparison.Ordinal) && line.Contains("TCP 443", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
