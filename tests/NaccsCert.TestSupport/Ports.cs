using System.Net;
using System.Net.Sockets;

namespace NaccsCert.TestSupport;

/// <summary>Finds TCP ports of the loopback interface.</summary>
internal static class Ports
{
    /// <summary>Finds a port on which nothing listens.</summary>
    /// <returns>The port, which was free a moment ago.</returns>
    public static int Closed()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
