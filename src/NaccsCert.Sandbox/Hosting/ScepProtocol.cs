using System;
using Microsoft.AspNetCore.Routing;
using NaccsCert.Sandbox.Authority;
using NaccsCert.Sandbox.Behavior;
using NaccsCert.Sandbox.Http;
using NaccsCert.Sandbox.Issuance;
using NaccsCert.Sandbox.Scep;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.Hosting;

/// <summary>The Simple Certificate Enrolment Protocol (RFC 8894).</summary>
internal sealed class ScepProtocol : IServedProtocol
{
    private const string Allow = "allow";

    private readonly ScepServices _scep;
    private readonly ScepEndpoints _endpoints;
    private readonly ServeOptions _options;

    /// <summary>Puts its parts together.</summary>
    /// <param name="services">Issues certificates.</param>
    /// <param name="options">What was asked for.</param>
    /// <param name="gate">Stands before the operations.</param>
    /// <param name="state">What is kept.</param>
    public ScepProtocol(
        IssuanceServices services, ServeOptions options, ServiceGate gate, (DataFolder Folder, ClientAuthority Authority, Ledger Ledger) state)
    {
        _scep = new ScepServices(services, state, options.Behavior.Scep);
        _endpoints = new ScepEndpoints(_scep, options.Behavior, gate);
        _options = options;
    }

    public void Map(IEndpointRouteBuilder routes) => _endpoints.Map(routes, _options.Label);

    public object Describe(Uri origin) => new
    {
        protocol = "scep",
        url = new Uri(origin, ScepEndpoints.Path(_options.Label)).AbsoluteUri,
        challengePassword = PkiOperation.ChallengeTemplate,
        plainHttp = origin.Scheme == Uri.UriSchemeHttp ? Allow : null,
        legacyAlgorithms = _options.Behavior.Scep.Algorithms == ScepAlgorithmsRule.Weak ? Allow : null,
    };

    public void Dispose() => _scep.Dispose();
}
