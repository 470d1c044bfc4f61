using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace NaccsCert.Tests.Http.Framework;

/// <summary>
/// What the HTTP stack of .NET Framework throws, by its reference source: <c>HttpClientHandler.HandleAsyncException</c> wraps the
/// <see cref="WebException"/> of <c>Connection.TunnelThroughProxy</c>, which has the proxy's answer.
/// </summary>
internal static class FrameworkFailures
{
    /// <summary>A proxy has answered CONNECT otherwise than with 200.</summary>
    /// <param name="head">Status and fields of its answer, for example <c>403 Forbidden</c>.</param>
    public static async Task<HttpRequestException> OfTunnelAsync(string head)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        try
        {
            Task answering = Task.Run(() => Answer(listener, head));
            WebException thrown = await RequestAsync((IPEndPoint)listener.LocalEndpoint);
            await answering;
            return Wrap(thrown);
        }
        finally
        {
            listener.Stop();
        }
    }

    /// <summary>Something else has failed, of which there is a status alone.</summary>
    public static HttpRequestException Of(WebExceptionStatus status) => Wrap(new WebException(status.ToString(), status));

    private static HttpRequestException Wrap(WebException thrown) => new("An error occurred while sending the request.", thrown);

    // The only maker of an HttpWebResponse is the platform.
    private static async Task<WebException> RequestAsync(IPEndPoint server)
    {
#pragma warning disable SYSLIB0014 // HttpClient throws no WebException on .NET.
        WebRequest request = WebRequest.Create($"http://{server}/");
#pragma warning restore SYSLIB0014
        request.Proxy = null;
        try
        {
            using WebResponse response = await request.GetResponseAsync();
            throw new InvalidDataException("The answer was no refusal.");
        }
        catch (WebException exception)
        {
            return exception;
        }
    }

    private static void Answer(TcpListener listener, string head)
    {
        using TcpClient client = listener.AcceptTcpClient();
        NetworkStream stream = client.GetStream();
        _ = stream.Read(new byte[4096], 0, 4096);
        byte[] answer = Encoding.ASCII.GetBytes($"HTTP/1.1 {head}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        stream.Write(answer, 0, answer.Length);
    }
}
