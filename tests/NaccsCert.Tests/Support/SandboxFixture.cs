using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Services;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport;
using Xunit;

[assembly: AssemblyFixture(typeof(SandboxFixture))]

namespace NaccsCert.Tests.Support;

/// <summary>One sandbox for all tests that need nothing special: its certificates can be renewed at once.</summary>
public sealed class SandboxFixture : IAsyncLifetime
{
    private readonly ScratchDirectory _folder = new();
    private SandboxProcess? _sandbox;
    private int _used;

    public SandboxProcess Sandbox => _sandbox!;

    internal ServiceDefinition Definition { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        string codes = _folder.Member("codes.csv");
        CodeFile.Write(codes, CodeFile.NewSets("1TST", 200));
        _sandbox = await SandboxProcess.StartAsync(
            new SandboxOptions { CodesFile = codes, Validity = "P20D" }, CancellationToken.None);
        Definition = new ServiceDefinitionSource([]).Load(_sandbox.ServiceDefinitionPath);
    }

    /// <summary>A code set that no other test has.</summary>
    public CodeSet TakeCodes() => Sandbox.Codes[Interlocked.Increment(ref _used) - 1];

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        _folder.Dispose();
    }
}
