using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Scripts;
using NaccsCert.TestSupport;
using Xunit;

[assembly: AssemblyFixture(typeof(FleetService))]

namespace NaccsCert.Module.Tests.Scripts;

/// <summary>A service whose certificates last six days: the moments to which silent renewals are spread lie behind them.</summary>
public sealed class FleetService : IAsyncLifetime
{
    private SandboxProcess? _sandbox;
    private int _used;

    /// <summary>The path of its definition.</summary>
    public string Definition => _sandbox!.ServiceDefinitionPath;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() =>
        _sandbox = await SandboxProcess.StartAsync(new SandboxOptions { Validity = "P6D" }, CancellationToken.None);

    /// <summary>Codes that nobody has used.</summary>
    public CodeSet TakeCodes() => _sandbox!.Codes[Interlocked.Increment(ref _used) - 1];

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _sandbox!.DisposeAsync();
}
