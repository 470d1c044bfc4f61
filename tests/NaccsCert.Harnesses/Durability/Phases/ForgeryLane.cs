using System;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Durability.Faults;
using NaccsCert.Harnesses.Durability.Homes;
using NaccsCert.Harnesses.Durability.Service;

namespace NaccsCert.Harnesses.Durability.Phases;

/// <summary>Owns a worker process and the forging server in front of the service.</summary>
internal sealed class ForgeryLane : IAsyncDisposable
{
    private ForgeryLane(ForgingServer server, string definitionPath) => (Server, DefinitionPath) = (server, definitionPath);

    public Worker Worker { get; } = new();

    public ForgingServer Server { get; }

    /// <summary>The path of the definition that leads to the server.</summary>
    public string DefinitionPath { get; }

    /// <summary>Starts a lane, with the certificate of another client for forged responses.</summary>
    public static async Task<ForgeryLane> StartAsync(CertificateService service)
    {
        using var home = new KilledProcessHome();
        await Subject.NewAsync(Operation.Renew, service, home);
        ForgingServer server = await ForgingServer.StartAsync(
            service.Sandbox, home.My.Read()[0].RawData, service.Protocol == ServiceProtocol.Scep);
        return new ForgeryLane(server, service.DefinitionFor(server.Origin));
    }

    public async ValueTask DisposeAsync()
    {
        Worker.Dispose();
        await Server.DisposeAsync();
    }
}
