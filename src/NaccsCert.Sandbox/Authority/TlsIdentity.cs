using System;
using System.Collections.Generic;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Sandbox.Authority;

/// <summary>The sandbox's own TLS certificate and what stands above it.</summary>
internal sealed class TlsIdentity(X509Certificate2 root, X509Certificate2 server, IReadOnlyList<X509Certificate2> between) : IDisposable
{
    public X509Certificate2 Root => root;

    /// <summary>The server's certificate with its key.</summary>
    public X509Certificate2 Server => server;

    /// <summary>What is shown behind the server's certificate, in this order; empty where the root issued it.</summary>
    public IReadOnlyList<X509Certificate2> Between => between;

    public void Dispose()
    {
        server.Dispose();
        root.Dispose();
        foreach (X509Certificate2 certificate in between)
        {
            certificate.Dispose();
        }
    }
}
