using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>Test-NaccsServiceDefinition, as administrators call it.</summary>
public sealed class ServiceDefinitionTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    [Fact]
    public void Files_are_tested_from_the_pipeline_each_alone()
    {
        Redefine(_ => { });
        File.WriteAllText(Scratch.Member("bad.json"), "{\n \"schemaVersoin\": 1,\n \"schemaVersion\": 2\n}");
        FileInfo[] files = [new(Scratch.Member("bad.json")), new(Service)];
        SessionRun run = Invoke("$files | Test-NaccsServiceDefinition", ("files", files));
        Assert.Empty(run.Errors);
        Assert.Equal("Passed", run.Texts("Status")[^1]);
        Assert.Equal([2, 3], run.Values("LineNumber").OfType<int>().Except([1]));
        Assert.Contains("schemaVersion", run.Texts("Suggestion"));
        Assert.Equal(Service, run.Texts("Path")[^1]);
    }

    [Fact]
    public void Without_a_file_the_definition_in_effect_is_tested()
    {
        SessionRun run = Invoke("Test-NaccsServiceDefinition; Test-NaccsServiceDefinition -Service naccs");
        Assert.Equal(["Passed", "Passed"], run.Texts("Status"));
        Assert.Equal([Service, "naccs"], run.Texts("Path"));
    }

    [Fact]
    public void A_file_that_is_not_there_stops_no_other()
    {
        SessionRun run = Invoke("Test-NaccsServiceDefinition $nowhere, $path", ("nowhere", Scratch.Member("nowhere.json")), ("path", Service));
        ErrorRecord error = Assert.Single(run.Errors);
        Assert.StartsWith("FileNotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["Passed"], run.Texts("Status"));
    }

    [Fact]
    public void Wildcards_mean_every_file_that_they_match()
    {
        File.Copy(Service, Scratch.Member("second.json"));
        Assert.Equal(["Passed", "Passed"], Invoke("Test-NaccsServiceDefinition -Path $path", ("path", Scratch.Member("se*.json"))).Texts("Status"));
    }

    // Its first and last letters are Cyrillic.
    [Theory]
    [InlineData("Test-NaccsConnectivity -AsFirewallRequest")]
    [InlineData("Request-NaccsCertificate A B C -WhatIf -MaximumRetryCount 0")]
    public void A_host_of_other_letters_is_shown_in_both_forms_before_anything_is_sent(string command)
    {
        const string host = "\u043Facc\u0441.invalid";
        Redefine(json =>
        {
            json["enrollment"]!["url"] = $"https://{host}";
            json["hosts"]![0]!["host"] = host;
        });
        SessionRun run = Invoke(command);
        string shown = run.Shown + string.Concat(run.Output);
        Assert.Contains($"{host} (xn--", shown, StringComparison.Ordinal);
    }
}
