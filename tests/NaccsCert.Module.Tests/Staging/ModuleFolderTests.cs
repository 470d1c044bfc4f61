using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Staging;

public sealed class ModuleFolderTests
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private static readonly string[] ScriptFiles = [".ps1", ".psm1", ".psd1", ".ps1xml"];

    [Fact]
    public void Windows_PowerShell_sees_every_script_file_as_UTF_8()
    {
        string[] scripts = [.. StagedFiles().Where(path => ScriptFiles.Contains(Path.GetExtension(path)))];
        Assert.NotEmpty(scripts);
        Assert.All(scripts, path =>
        {
            byte[] content = File.ReadAllBytes(path);
            Assert.True(content.All(octet => octet < 0x80) || content.AsSpan().StartsWith(ByteOrderMark), path);
        });
    }

    [Fact]
    public void Every_script_file_has_the_line_ends_of_Windows() => Assert.All(
        StagedFiles().Where(path => ScriptFiles.Contains(Path.GetExtension(path))),
        path => Assert.DoesNotContain('\n', File.ReadAllText(path).Replace("\r\n", string.Empty, StringComparison.Ordinal)));

    [Theory]
    [InlineData("*.pdb")]
    [InlineData("*.deps.json")]
    [InlineData("NaccsCert*.xml")]
    [InlineData("System.Management.Automation*")]
    public void What_only_developers_need_is_not_shipped(string pattern) =>
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(BuildPaths.StagedModule, "bin"), pattern, SearchOption.AllDirectories));

    [Fact]
    public void Both_editions_get_the_same_assemblies()
    {
        string[] desktop = Assemblies("Desktop");
        Assert.Contains("NaccsCert.PowerShell.dll", desktop);
        Assert.Equal(desktop, Assemblies("Core"));
    }

    [Fact]
    public void The_license_is_shipped() => Assert.True(File.Exists(Path.Combine(BuildPaths.StagedModule, "LICENSE")));

    [Fact]
    public void The_license_of_what_is_not_ours_is_shipped() => Assert.All(
        Assemblies("Desktop").Where(name => !name.StartsWith("NaccsCert", StringComparison.Ordinal)),
        name => Assert.Contains(
            Path.GetFileNameWithoutExtension(name),
            File.ReadAllText(Path.Combine(BuildPaths.StagedModule, "THIRD-PARTY-NOTICES.txt")),
            StringComparison.Ordinal));

    private static IEnumerable<string> StagedFiles() =>
        Directory.EnumerateFiles(BuildPaths.StagedModule, "*", SearchOption.AllDirectories);

    private static string[] Assemblies(string edition) =>
    [
        .. new DirectoryInfo(Path.Combine(BuildPaths.StagedModule, "bin", edition))
            .EnumerateFiles("*.dll").Select(file => file.Name).Order(StringComparer.Ordinal),
    ];
}
