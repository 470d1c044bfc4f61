using System;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Durability.Faults;
using NaccsCert.Harnesses.Durability.Service;

namespace NaccsCert.Harnesses.Durability.Phases;

/// <summary>Owns a worker process and the relay in front of the service.</summary>
internal sealed class FaultLane(CertificateService service) : IAsyncDisposable
{
    public Worker Worker { get; } = new();

    public FaultRelay Relay { get; } = new(service.Sandbox.Url);

    /// <summary>The definition that leads through the relay.</summary>
    public string DefinitionPath => _definitionPath ??= service.DefinitionFor(Relay.Origin);

    private string? _definitionPath;

    public async ValueTask DisposeAsync()
    {
        Worker.Dispose();
        await Relay.DisposeAsync();
    }
}
