using NaccsCert.Services;
using NaccsCert.TestSupport.Servers;

namespace NaccsCert.Tests.Support;

/// <summary>Makes service definitions that point at a <see cref="FakeEstServer"/>.</summary>
internal static class FakeEstServerDefinitions
{
    /// <summary>Describes the server, with its roots pinned.</summary>
    public static DefinitionBuilder Describe(this FakeEstServer server) => new DefinitionBuilder(server.Origin)
        .Pin("server", server.TlsRoot.Certificate)
        .Pin("client", server.Authority.Certificate);

    /// <inheritdoc cref="Describe"/>
    public static ServiceDefinition Define(this FakeEstServer server) => server.Describe().Build();
}
