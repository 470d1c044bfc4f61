using System;
using Microsoft.AspNetCore.Routing;
using NaccsCert.Sandbox.Behavior;
using NaccsCert.Sandbox.Codes;
using NaccsCert.Sandbox.Est;
using NaccsCert.Sandbox.Http;
using NaccsCert.Sandbox.Issuance;

namespace NaccsCert.Sandbox.Hosting;

/// <summary>Enrollment over Secure Transport (RFC 7030).</summary>
/// <param name="services">Issues certificates.</param>
/// <param name="options">What was asked for.</param>
/// <param name="gate">Stands before the operations.</param>
internal sealed class EstProtocol(IssuanceServices services, ServeOptions options, ServiceGate gate) : IServedProtocol
{
    private readonly EstEndpoints _endpoints =
        new(services, options.Behavior, gate, CsrAttributesReply.For(options.Behavior.Est, options.WantedKey));

    public void Map(IEndpointRouteBuilder routes) => _endpoints.Map(routes, options.Label);

    public object Describe(Uri origin) => new
    {
        protocol = "est",
        url = new Uri(origin, EstEndpoints.Path(options.Label)).AbsoluteUri,
        user = CodeSet.UserTemplate,
        password = CodeSet.PasswordTemplate,
        challengePassword = options.Behavior.Est.ChallengePassword == ChallengePasswordRule.Verify ? ChallengePasswordCheck.Template : null,
    };

    public void Dispose()
    {
    }
}
