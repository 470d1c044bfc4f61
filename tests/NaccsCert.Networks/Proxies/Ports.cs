using System.Net;
using System.Net.Sockets;

namespace NaccsCert.Networks.Proxies;

/// <summary>Ports of the loopback address.</summary>
internal static class Ports
{
    /// <summary>A port on which nobody listens.</summary>
    public static int Closed()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
