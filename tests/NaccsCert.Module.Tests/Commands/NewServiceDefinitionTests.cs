using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>New-NaccsServiceDefinition, as administrators call it.</summary>
public sealed class NewServiceDefinitionTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    private const string New = "New-NaccsServiceDefinition ";

    [Fact]
    public void In_the_folder_of_the_user_its_name_alone_leads_to_it()
    {
        string name = "new-" + ServiceName;
        string path = Path.Combine(UserData.Folder, "services", name + ".json");
        SessionRun run = Invoke($"({New} {name} https://est.example.co.jp/.well-known/est).FullName; Test-NaccsServiceDefinition -Service {name}");
        Assert.Empty(run.Errors);
        Assert.Equal(path, run.Output[0].ToString());
        Assert.Equal("Passed", run.Output[1].Properties["Status"].Value.ToString());
        Assert.Contains("-Service " + name, Assert.Single(run.Information).MessageData.ToString(), StringComparison.Ordinal);

        Invoke(New + name).Error("FileExists", ErrorCategory.ResourceExists, path);
        Assert.Empty(Invoke($"$null = {New} {name} -Force -NonInteractive").Information);
    }

    [Fact]
    public void A_definition_of_ones_own_is_copied_with_the_files_of_its_roots_and_enrolls()
    {
        string folder = Directory.CreateDirectory(Scratch.Member("copy")).FullName;
        Redefine(_ => { });
        SessionRun made = Invoke("$null = " + New + "copied -From $service -Path $folder -DisplayName '複製'", ("folder", folder));
        Assert.Empty(made.Errors);
        Assert.Contains("複製", File.ReadAllText(Path.Combine(folder, "copied.json")), StringComparison.Ordinal);
        SessionRun run = Invoke("Test-NaccsServiceDefinition $folder/copied.json; Test-NaccsConnectivity -Service $folder/copied.json", ("folder", folder));
        Assert.Equal("Passed", run.Texts("Status")[0]);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public void By_another_protocol_it_says_which_root_has_to_be_entered()
    {
        SessionRun run = Invoke(
            New + "copied http://scep.example.co.jp/scep -Protocol Scep -Path $folder | Test-NaccsServiceDefinition", ("folder", Scratch.FullPath));
        Assert.Empty(run.Errors);
        Assert.Equal("Passed", Assert.Single(run.Output).Properties["Status"].Value.ToString());
        Assert.Contains(run.Warnings, warning => warning.Contains(Scratch.Member("copied.json"), StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_written_with_WhatIf_or_where_something_is_wrong()
    {
        string[] scripts = ["test -WhatIf -Path $folder", "naccs", "'a b' -Path $folder", "test http://plain.example -Path $folder", "test -From nowhere -Path $folder"];
        SessionRun[] runs = [.. scripts.Select(script => Invoke(New + script, ("folder", Scratch.FullPath)))];
        Assert.Empty(runs[0].Errors);
        Assert.Equal(
            ["ServiceDefinitionInvalid", "ServiceDefinitionInvalid", "ServiceDefinitionInvalid", "ServiceDefinitionNotFound"],
            runs[1..].Select(run => Assert.Single(run.ErrorIds)));
        Assert.All(runs, run => Assert.Empty(run.Output));
        Assert.Equal([Service], Directory.GetFiles(Scratch.FullPath, "*.json"));
    }
}
