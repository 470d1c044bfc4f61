using System;
using Microsoft.AspNetCore.Routing;
using NaccsCert.Sandbox.Authority;
using NaccsCert.Sandbox.Http;
using NaccsCert.Sandbox.Issuance;
using NaccsCert.Sandbox.Scep;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.Hosting;

/// <summary>The Simple Certificate Enrolment Protocol (RFC 8894).</summary>
internal sealed class ScepProtocol : IServedProtocol
{
    private readonly ScepServices _scep;
    private readonly ScepEndpoints _endpoints;
    private readonly string _label;

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
        _label = options.Label;
    }

    public void Map(IEndpointRouteBuilder routes) => _endpoints.Map(routes, _label);

    public object Describe(Uri origin) => new
    {
        protocol = "scep",
        url = new Uri(origin, ScepEndpoints.Path(_label)).AbsoluteUri,
        challengePassword = PkiOperation.ChallengeTemplate,
    };

    public void Dispose() => _scep.Dispose();
}
