using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace NaccsCert.Networks.Proxies;

/// <summary>A proxy that runs until it is disposed.</summary>
internal interface IProxy : IAsyncDisposable
{
    /// <summary>Its address.</summary>
    Uri Address { get; }

    /// <summary>The root of the certificates that it shows, PEM; null for a proxy that shows none.</summary>
    string? RootPath => null;

    /// <summary>Ends it, so that nothing more can come.</summary>
    /// <returns>What it was shown, in the order of the alphabet; null for a proxy that does not look.</returns>
    Task<IReadOnlyList<string>?> StopAsync();
}
