using System;
using System.IO;
using NaccsCert.Renewal;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Tests.Reminders;

/// <summary>The folder of the module is the one with the manifest, however the assemblies were loaded.</summary>
public sealed class ModuleFolderTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    [Theory]
    [InlineData("bin/Desktop")]
    [InlineData("bin/Core")]
    [InlineData("bin")]
    [InlineData("")]
    public void It_is_found_from_below(string below)
    {
        string module = Make("O\u2019Brien/NaccsCert", manifest: true);

        Assert.Equal(module, ModuleFolder.Find(Path.Combine(Make(Path.Combine("O\u2019Brien/NaccsCert", below)), "NaccsCert.PowerShell.dll")));
    }

    [Theory]
    [InlineData("none/bin/Desktop")]
    [InlineData("module/deep/bin/Desktop")]
    public void Without_a_manifest_where_the_module_has_it_there_is_none(string folder)
    {
        Make("module", manifest: true);
        string file = Path.Combine(Make(folder), "NaccsCert.PowerShell.dll");

        NaccsException error = Assert.Throws<NaccsException>(() => ModuleFolder.Find(file));
        Assert.Equal((ErrorId.ModuleManifestMissing, file), (error.ErrorId, error.Target));
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_assembly_from_no_file_has_none() =>
        Assert.Equal(ErrorId.ModuleManifestMissing, Assert.Throws<NaccsException>(() => ModuleFolder.Find(string.Empty)).ErrorId);

    public void Dispose() => _scratch.Dispose();

    private string Make(string name, bool manifest = false)
    {
        string folder = Path.GetFullPath(Directory.CreateDirectory(_scratch.Member(name)).FullName).TrimEnd(Path.DirectorySeparatorChar);
        if (manifest)
        {
            File.WriteAllText(Path.Combine(folder, "NaccsCert.psd1"), "@{}");
        }

        return folder;
    }
}
