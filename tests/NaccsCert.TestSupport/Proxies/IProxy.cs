using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace NaccsCert.TestSupport.Proxies;

/// <summary>Runs a proxy until it is disposed.</summary>
internal interface IProxy : IAsyncDisposable
{
    /// <summary>The address.</summary>
    Uri Address { get; }

    /// <summary>The root of the certificates that it presents, PEM; null for a proxy that presents none.</summary>
    string? RootPath => null;

    /// <summary>Stops it, so that nothing more arrives.</summary>
    /// <returns>What it received, in alphabetical order; null for a proxy that does not record.</returns>
    Task<IReadOnlyList<string>?> StopAsync();
}
