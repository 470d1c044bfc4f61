using System.Net;
using System.Net.Sockets;

namespace NaccsCert.Tests.Support;

internal static class Ports
{
    /// <summary>A port of the loopback interface that was free a moment ago.</summary>
    public static int Closed()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
