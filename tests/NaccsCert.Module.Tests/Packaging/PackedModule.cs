using System.Diagnostics;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Module.Tests.Packaging;

/// <summary>The package of the staged module, made once for all tests of it.</summary>
public sealed class PackedModule : IAsyncLifetime
{
    private readonly ScratchDirectory _folder = new();

    /// <summary>The package.</summary>
    public string Path { get; private set; } = string.Empty;

    /// <summary>The ZIP archive for users.</summary>
    public string Archive => Directory.GetFiles(Folder, "*.zip").Single();

    /// <summary>The name of all of it, without what tells one from the other.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>What is beside the package.</summary>
    public string Folder => _folder.Member("first");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await PackAsync(Folder);
        Path = Directory.GetFiles(Folder, "*.nupkg").Single();
    }

    /// <summary>Packs the module once more.</summary>
    /// <returns>The folder with all that was made.</returns>
    public async Task<string> PackAgainAsync()
    {
        string again = _folder.Member("again");
        await PackAsync(again);
        return again;
    }

    /// <summary>Unpacks the package as a gallery's client does.</summary>
    /// <returns>The folder of the module.</returns>
    public string Unpack()
    {
        string module = _folder.Member("NaccsCert");
        ZipFile.ExtractToDirectory(Path, module, overwriteFiles: true);
        return module;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task PackAsync(string folder)
    {
        using Process packing = Process.Start(DotnetProgram.StartInfo(BuildPaths.BuildTool, ["package", BuildPaths.StagedModule, folder]))!;
        await packing.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, packing.ExitCode);
    }
}
