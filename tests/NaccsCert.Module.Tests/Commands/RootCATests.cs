using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

public sealed class RootCATests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes, SandboxKind.Trusted)
{
    [Fact]
    public void A_root_of_the_definition_is_trusted_once()
    {
        ReadInEnglish();
        using var root = new TestRoot("Root of the definition");
        root.WritePem(Scratch.Member("root.pem"));
        Redefine(root.PinAlone(Scratch.Member("root.pem")));
        PSObject result = Invoke("Install-NaccsRootCA").Result();
        Assert.Equal("Installed", result.Properties["Status"].Value.ToString());
        Assert.Equal(true, result.Properties["Changed"].Value);
        Assert.Equal("The root certificate is now trusted.", result.Properties["Reason"].Value);
        Assert.Equal(root.Name, result.Properties["Name"].Value);
        Assert.Equal(root.Sha256, result.Properties["Sha256"].Value);
        Assert.Matches("^[0-9A-F]{40}$", (string)result.Properties["Thumbprint"].Value);

        SessionRun again = Invoke("Install-NaccsRootCA");
        Assert.Equal("AlreadyTrusted", again.Text("Status"));
        Assert.Equal("False", again.Text("Changed"));
    }

    [Fact]
    public void Under_WhatIf_no_root_is_trusted()
    {
        ReadInEnglish();
        using TestRoot root = Pinned("Root that waits", "root.pem");
        SessionRun run = Invoke("Install-NaccsRootCA -WhatIf");
        Assert.Empty(run.Output);
        Assert.Contains($"What if: Performing the operation \"Trust the root certificate\" on target \"{root.Name}\".", run.Shown, StringComparison.Ordinal);
        Assert.Equal("Installed", Invoke("Install-NaccsRootCA").Text("Status"));
    }

    [Fact]
    public void A_root_can_come_as_PEM_text_or_as_DER()
    {
        using TestRoot root = Pinned("Root in files", "root.pem");
        root.WriteDer(Scratch.Member("root.der"));
        SessionRun run = Invoke("Install-NaccsRootCA \"$folder/root.pem\", \"$folder/root.der\"", ("folder", Scratch.FullPath));
        Assert.Empty(run.Errors);
        Assert.Equal(["Installed", "AlreadyTrusted"], run.Texts("Status"));
    }

    [Fact]
    public void A_path_may_have_wildcards_or_be_a_name_that_looks_like_one()
    {
        using TestRoot root = Pinned("Root by wildcard", "root.pem");
        root.WritePem(Scratch.Member("root[1].pem"));
        Assert.Equal(2, Invoke("Install-NaccsRootCA \"$folder/*.pem\"", ("folder", Scratch.FullPath)).Output.Count);
        Assert.Single(Invoke("Install-NaccsRootCA \"$folder/root[1].pem\"", ("folder", Scratch.FullPath)).Output);
        SessionRun none = Invoke("Install-NaccsRootCA \"$folder/*.crt\"", ("folder", Scratch.FullPath));
        Assert.Empty(none.Output);
        Assert.Empty(none.Errors);
    }

    [Fact]
    public void Files_come_through_the_pipeline()
    {
        using TestRoot root = Pinned("Root by pipeline", "root.pem");
        root.WritePem(Scratch.Member("root[1].pem"));
        SessionRun run = Invoke(
            "[System.IO.DirectoryInfo]::new($folder).GetFiles('*.pem') | Install-NaccsRootCA", ("folder", Scratch.FullPath));
        Assert.Empty(run.Errors);
        Assert.Equal(["AlreadyTrusted", "Installed"], run.Texts("Status").Order());
    }

    [Fact]
    public void A_file_that_holds_no_certificate_or_is_not_there_is_an_error_and_the_next_is_taken()
    {
        Pinned("Root behind garbage", "root.pem");
        string garbage = Scratch.Member("garbage.pem");
        string missing = Scratch.Member("missing.pem");
        File.WriteAllText(garbage, "no certificate");
        SessionRun run = Invoke(
            "$garbage, $missing, \"$folder/root.pem\" | Install-NaccsRootCA",
            ("garbage", garbage),
            ("missing", missing),
            ("folder", Scratch.FullPath));
        Assert.Equal("Installed", run.Text("Status"));
        Assert.Equal(["CertificateFileUnreadable", "FileNotFound"], run.ErrorIds);
        Assert.Equal([garbage, missing], run.Errors.Select(error => error.TargetObject));
        Assert.Equal(
            [ErrorCategory.InvalidData, ErrorCategory.ObjectNotFound], run.Errors.Select(error => error.CategoryInfo.Category));
        Assert.All(run.Errors, error => Assert.NotEmpty(error.Remedy()));
    }

    [Fact]
    public void Of_a_bundle_every_certificate_gives_a_result_or_an_error()
    {
        using TestRoot one = Pinned("Root one of a bundle", "root.pem");
        using var unknown = new TestRoot("Root that nobody pins");
        using var other = new TestRoot("Root two of a bundle");
        other.WritePem(Scratch.Member("other.pem"));
        DefinitionFile.Write(Sandbox, Service, ServiceName, json =>
        {
            one.PinAlone(Scratch.Member("root.pem"))(json);
            json["trustAnchors"]!.AsArray().Add(Anchor(other));
        });
        unknown.WritePem(Scratch.Member("unknown.pem"));
        string bundle = Scratch.Member("bundle.txt");
        File.WriteAllText(
            bundle,
            "証明書\r\n" + string.Concat(new[] { "root.pem", "unknown.pem", "other.pem" }.Select(name => File.ReadAllText(Scratch.Member(name)))),
            System.Text.Encoding.Unicode);

        SessionRun run = Invoke("Install-NaccsRootCA $path", ("path", bundle));

        Assert.Equal([one.Name, other.Name], run.Texts("Name"));
        Assert.Equal(["Installed", "Installed"], run.Texts("Status"));
        Assert.Equal(unknown.Name, run.Error("RootPinMismatch", ErrorCategory.SecurityError, unknown.Name).TargetObject);
    }

    [Fact]
    public void A_root_that_is_not_pinned_is_not_trusted()
    {
        using var unknown = new TestRoot("Root of a unknown");
        unknown.WritePem(Scratch.Member("unknown.pem"));
        SessionRun run = Invoke("Install-NaccsRootCA -Path $path", ("path", Scratch.Member("unknown.pem")));
        Assert.Contains(unknown.Sha256, run.Error("RootPinMismatch", ErrorCategory.SecurityError, unknown.Name).ToString(), StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void A_certificate_that_is_no_root_is_not_trusted()
    {
        using var root = new TestRoot("Root of another");
        root.WriteIssued(Scratch.Member("issued.pem"), "Not a root");
        Invoke("Install-NaccsRootCA $path", ("path", Scratch.Member("issued.pem")))
            .Error("RootNotSelfSigned", ErrorCategory.SecurityError, "Not a root");
    }

    [Fact]
    public void A_root_that_is_only_pinned_must_be_fetched_by_hand()
    {
        using var root = new TestRoot("Root by pin");
        Redefine(root.PinAlone(file: null));
        SessionRun run = Invoke("Install-NaccsRootCA");
        Assert.Equal("Unavailable", run.Text("Status"));
        Assert.Equal(root.Name, run.Text("Name"));
        Assert.Equal("False", run.Text("Changed"));
    }

    [Fact]
    public void The_service_hands_out_its_own_root()
    {
        SessionRun run = Invoke("Install-NaccsRootCA -FromService; Install-NaccsRootCA -FromService");
        Assert.Empty(run.Errors);
        Assert.Equal(["NACCS Client CA", "NACCS Client CA"], run.Texts("Name"));
        Assert.Equal("AlreadyTrusted", run.Texts("Status")[1]);
    }

    [Theory]
    [InlineData("n", "Declined")]
    [InlineData("", "Declined")]
    [InlineData("y", "Installed")]
    public async Task A_root_of_the_service_that_is_not_pinned_is_trusted_only_by_a_person(string answer, string expected)
    {
        await using SandboxProcess stranger = await SandboxProcess.StartAsync(new SandboxOptions(), TestContext.Current.CancellationToken);
        DefinitionFile.Write(stranger, Service, ServiceName, json => json["trustAnchors"]!.AsArray().RemoveAt(1));
        Session.Answer(answer);
        Assert.Equal(expected, Invoke("Install-NaccsRootCA -FromService").Text("Status"));
    }

    private TestRoot Pinned(string name, string file)
    {
        var root = new TestRoot(name);
        root.WritePem(Scratch.Member(file));
        Redefine(root.PinAlone(Scratch.Member(file)));
        return root;
    }

    private static System.Text.Json.Nodes.JsonObject Anchor(TestRoot root) => new()
    {
        ["name"] = root.Name,
        ["purpose"] = "client",
        ["sha256"] = root.Sha256,
    };
}
