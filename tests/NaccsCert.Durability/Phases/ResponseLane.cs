using System;
using System.Threading.Tasks;
using NaccsCert.Durability.Faults;
using NaccsCert.Durability.Homes;
using NaccsCert.Durability.Service;

namespace NaccsCert.Durability.Phases;

/// <summary>A victim and the liar before it.</summary>
internal sealed class ResponseLane : IAsyncDisposable
{
    private ResponseLane(FakeProxy proxy, string definitionPath) => (Proxy, DefinitionPath) = (proxy, definitionPath);

    public Worker Worker { get; } = new();

    public FakeProxy Proxy { get; }

    /// <summary>The definition that leads to the liar.</summary>
    public string DefinitionPath { get; }

    /// <summary>Makes a lane, with the certificate of somebody else for the liar to show.</summary>
    public static async Task<ResponseLane> StartAsync(CertificateService service)
    {
        using var home = new KilledProcessHome();
        await Subject.NewAsync(Operation.Renew, service, home);
        FakeProxy proxy = await FakeProxy.StartAsync(service.Sandbox, home.My.Read()[0].RawData);
        return new ResponseLane(proxy, service.DefinitionFor(proxy.Origin));
    }

    public async ValueTask DisposeAsync()
    {
        Worker.Dispose();
        await Proxy.DisposeAsync();
    }
}
