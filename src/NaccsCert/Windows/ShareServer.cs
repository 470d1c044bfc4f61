using System;
using System.Net.Sockets;
using System.Threading.Tasks;

namespace NaccsCert.Windows;

/// <summary>
/// Asks whether the server of a share answers, before a file of it is touched: a process that waits for a file of a server that is not
/// there cannot even be ended, and a logon script would go on for as long.
/// </summary>
internal static class ShareServer
{
    // SMB over TCP.
    private const int SmbPort = 445;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    /// <summary>Whether files of a folder can be touched.</summary>
    /// <param name="folder">The full path of the folder.</param>
    /// <returns>False where it is that of a server that does not answer; true also for any other folder.</returns>
    public static bool Answers(string folder) => HostOf(folder) is not { } host || Connects(host, SmbPort, Timeout);

    /// <summary>The server of a path such as <c>\\server\share</c>; null for any other path.</summary>
    internal static string? HostOf(string folder) =>
        folder.StartsWith(@"\\", StringComparison.Ordinal) && folder.IndexOf('\\', 2) is > 2 and var end ? folder.Substring(2, end - 2) : null;

    /// <summary>Whether a connection can be made within a time.</summary>
    internal static bool Connects(string host, int port, TimeSpan timeout)
    {
        var client = new TcpClient();
        try
        {
            Task connecting = client.ConnectAsync(host, port);
            return Task.WhenAny(connecting, Task.Delay(timeout)).GetAwaiter().GetResult() == connecting
                && connecting.Status == TaskStatus.RanToCompletion;
        }
        finally
        {
            client.Dispose();
        }
    }
}
