using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NaccsCert.Sandbox.Authority;

namespace NaccsCert.Sandbox.Hosting;

/// <summary>Kestrel, over HTTPS, and without TLS too if asked, with nothing read from the services.</summary>
/// <param name="identity">The TLS certificate.</param>
/// <param name="plainToo">Whether a second port is to be listened on, without TLS.</param>
/// <param name="configure">Adds the endpoints.</param>
internal sealed class Listener(TlsIdentity identity, bool plainToo, Action<WebApplication> configure)
{
    // Larger than any body that is accepted: a refused body is still read to its end, so that the client sees why.
    private const int DrainLimit = 1024 * 1024;

    // SCEP may carry a whole message in the query.
    private const int MaxRequestLine = 24 * 1024;

    /// <summary>Starts listening.</summary>
    /// <param name="address">The address to listen on.</param>
    /// <param name="port">The port, or 0 for any.</param>
    /// <param name="preferred">The ports to try first where any will do; 0 for none.</param>
    /// <exception cref="SandboxException">The address or port cannot be listened on.</exception>
    public async Task<(WebApplication Application, Ports Ports)> StartAsync(IPAddress address, int port, Ports preferred)
    {
        Ports[] candidates = [new(port == 0 ? preferred.Secure : port, plainToo ? preferred.Plain : 0), new(port, 0)];
        foreach (Ports ports in candidates.Distinct())
        {
            if (await TryStartAsync(address, ports) is { } application)
            {
                return (application, Bound(application));
            }
        }

        throw new SandboxException(port == 0
            ? $"The address {address} cannot be listened on; it may not be this machine's."
            : $"Port {port} of {address} cannot be listened on; it may be in use.");
    }

    private static Ports Bound(WebApplication application)
    {
        Uri[] addresses = [.. application.Urls.Select(url => new Uri(url))];
        return new Ports(
            addresses.First(address => address.Scheme == Uri.UriSchemeHttps).Port,
            addresses.FirstOrDefault(address => address.Scheme == Uri.UriSchemeHttp)?.Port ?? 0);
    }

    private async Task<WebApplication?> TryStartAsync(IPAddress address, Ports ports)
    {
        WebApplication application = Build(address, ports);
        try
        {
            await application.StartAsync();
            return application;
        }
        catch (Exception exception) when (exception is SocketException or IOException { InnerException: AddressInUseException })
        {
            await application.DisposeAsync();
            return null;
        }
    }

    private WebApplication Build(IPAddress address, Ports ports)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(5));

        // A start that fails is told by the command line, in one line.
        builder.Logging.SetMinimumLevel(LogLevel.Error).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = DrainLimit;
            kestrel.Limits.MaxRequestLineSize = MaxRequestLine;
            kestrel.Listen(address, ports.Secure, UseTls);
            if (plainToo)
            {
                kestrel.Listen(address, ports.Plain);
            }
        });
        WebApplication application = builder.Build();
        configure(application);
        return application;
    }

    private void UseTls(ListenOptions listen)
    {
        if (identity.Between.Count > 0)
        {
            listen.UseHttps(ServedChain.Of(identity));
            return;
        }

        listen.UseHttps(https =>
        {
            https.ServerCertificate = identity.Server;
            https.ServerCertificateChain = new X509Certificate2Collection(identity.Root);

            // Which client certificates are good is for the operations to say, in words.
            https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
            https.AllowAnyClientCertificate();
        });
    }
}
