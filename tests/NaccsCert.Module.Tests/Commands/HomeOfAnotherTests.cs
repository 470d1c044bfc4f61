using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.PowerShell;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>Run as root in the home of another user, the module follows nothing that this user has laid out.</summary>
public sealed class HomeOfAnotherTests : IDisposable
{
    private readonly ScratchHome _home = new();
    private readonly ScratchDirectory _scratch = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _home.Dispose();
        _scratch.Dispose();
    }

    [Theory]
    [InlineData("naccscert.jsonl")]
    [InlineData("lock")]
    public async Task Neither_appended_nor_truncated_through_a_link_of_the_log(string name)
    {
        Assert.SkipUnless(UnixNodes.CanChangeOwner, "Only root can be root in the home of another.");
        string victim = _scratch.Member("victim");
        await File.WriteAllTextAsync(victim, "dear", Token);
        string logs = Directory.CreateDirectory(Path.Combine(_home.FullPath, ".local/share/NaccsCert/logs")).FullName;
        File.CreateSymbolicLink(Path.Combine(logs, name), victim);
        GiveAway();

        string request = _scratch.Member("request.pem");
        ProcessRun run = await RunAsync($"Request-NaccsCertificate -OutFile '{request}' -Force");

        Assert.Equal("DataFolderUnsafe", run.Output.Trim());
        Assert.Equal("dear", await File.ReadAllTextAsync(victim, Token));
        Assert.Equal([victim], Directory.GetFileSystemEntries(_scratch.FullPath));
        Assert.Equal([Path.Combine(logs, name)], Directory.GetFileSystemEntries(logs));
    }

    [Fact]
    public async Task Nothing_is_begun_where_nothing_was()
    {
        Assert.SkipUnless(UnixNodes.CanChangeOwner, "Only root can be root in the home of another.");
        GiveAway();
        ProcessRun run = await RunAsync($"Request-NaccsCertificate -OutFile '{_scratch.Member("request.pem")}' -Force");
        Assert.Equal("DataFolderUnsafe", run.Output.Trim());
        Assert.False(Directory.Exists(Path.Combine(_home.FullPath, ".local/share/NaccsCert")));
        Assert.Empty(Directory.GetFileSystemEntries(_scratch.FullPath));
    }

    private void GiveAway()
    {
        foreach (string path in Directory.GetFileSystemEntries(_home.FullPath, "*", SearchOption.AllDirectories).Append(_home.FullPath))
        {
            UnixNodes.GiveTo(UnixNodes.Somebody, path);
        }
    }

    private Task<ProcessRun> RunAsync(string command) => PowerShellProcess.RunAsync(
        string.Empty,
        [
            "-NonInteractive", "-Command",
            $"Import-Module '{BuildPaths.StagedModule}'; try {{ {command} -ErrorAction Stop }} catch {{ ($_.FullyQualifiedErrorId -split ',')[0] }}",
        ],
        Token,
        _home);
}
