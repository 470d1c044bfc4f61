using System.Net;
using System.Net.Sockets;

namespace NaccsCert.Module.Tests.Commands.Support;

/// <summary>Ports of this computer.</summary>
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
