using System;
using Microsoft.AspNetCore.Routing;

namespace NaccsCert.Sandbox.Hosting;

/// <summary>The protocol by which certificates are enrolled and renewed.</summary>
internal interface IServedProtocol : IDisposable
{
    /// <summary>Adds its endpoints.</summary>
    void Map(IEndpointRouteBuilder routes);

    /// <summary>Its part of the service definition, to be written as JSON.</summary>
    /// <param name="origin">The root of all addresses.</param>
    object Describe(Uri origin);
}
