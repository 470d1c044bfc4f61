using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Sandbox.Tests;

/// <summary>What lies in the data folder, and who may read it. Windows has access lists, which the folder inherits.</summary>
public sealed class DataFolderTests : IDisposable
{
    private const UnixFileMode PrivateFiles = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly ScratchDirectory _scratch = new();

    private string Data => _scratch.Member("data");

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task The_folder_the_keys_and_the_codes_are_for_their_owner_only()
    {
        await using SandboxProcess sandbox = await StartAsync();
        string[] secrets = [.. Directory.GetFiles(Data, "*.key"), Path.Combine(Data, "codes.csv")];
        Assert.Equal(4, secrets.Length);
        Assert.All(secrets, file => Assert.True(HasMode(file, PrivateFiles)));
        Assert.True(HasMode(Data, PrivateFiles | UnixFileMode.UserExecute));
    }

    [Fact]
    public async Task The_database_knows_terminals_but_no_codes()
    {
        await using SandboxProcess sandbox = await StartAsync();
        Assert.Equal(0, await sandbox.StopAsync(TestContext.Current.CancellationToken));
        string database = await File.ReadAllTextAsync(Path.Combine(Data, "sandbox.db"), Encoding.Latin1, TestContext.Current.CancellationToken);
        Assert.Contains(sandbox.Codes[0].Terminal, database, StringComparison.Ordinal);
        foreach (string code in sandbox.Codes.SelectMany(set => new[] { set.Code1, set.Code2, set.Code3 }))
        {
            Assert.DoesNotContain(code, database, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_codes_it_makes_are_ten_and_hard_to_misread()
    {
        await using SandboxProcess sandbox = await StartAsync();
        Assert.Equal(10, sandbox.Codes.Count);
        Assert.Equal("1AAA0001", sandbox.Codes[0].Terminal);
        Assert.All(
            sandbox.Codes.SelectMany(set => new[] { set.Code1, set.Code2, set.Code3 }),
            code => Assert.Matches("^[2-9A-HJKMNP-Z]{8,12}$", code));
    }

    [Fact]
    public async Task A_folder_that_others_use_is_left_alone()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "letter.txt"), "Dear Sir", TestContext.Current.CancellationToken);
        SandboxRun run = await SandboxRun.RunAsync(["serve", "--stop-with-input", "--data", Data], TestContext.Current.CancellationToken);
        Assert.Equal(OperatingSystem.IsWindows() ? 0 : 1, run.ExitCode);
        Assert.False(HasMode(Data, PrivateFiles | UnixFileMode.UserExecute) && !OperatingSystem.IsWindows());
    }

    private static bool HasMode(string path, UnixFileMode mode) => OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == mode;

    private Task<SandboxProcess> StartAsync() =>
        SandboxProcess.StartAsync(new SandboxOptions { DataDirectory = Data }, TestContext.Current.CancellationToken);
}
