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

/// <summary>Kestrel, over HTTPS only, with nothing read from the services.</summary>
/// <param name="identity">The TLS certificate.</param>
/// <param name="configure">Adds the endpoints.</param>
internal sealed class Listener(TlsIdentity identity, Action<WebApplication> configure)
{
    // Larger than any body that is accepted: a refused body is still read to its end, so that the client sees why.
    private const int DrainLimit = 1024 * 1024;

    /// <summary>Starts listening.</summary>
    /// <param name="address">The address to listen on.</param>
    /// <param name="port">The port, or 0 for any.</param>
    /// <param name="preferredPort">The port to try first if <paramref name="port"/> is 0; 0 for none.</param>
    /// <exception cref="SandboxException">The address or port cannot be listened on.</exception>
    public async Task<(WebApplication Application, int Port)> StartAsync(IPAddress address, int port, int preferredPort)
    {
        if (port == 0 && preferredPort != 0 && await TryStartAsync(address, preferredPort) is { } preferred)
        {
            return (preferred, preferredPort);
        }

        WebApplication application = await TryStartAsync(address, port)
            ?? throw new SandboxException(port == 0
                ? $"The address {address} cannot be listened on; it may not be this machine's."
                : $"Port {port} of {address} cannot be listened on; it may be in use.");
        return (application, new Uri(application.Urls.First()).Port);
    }

    private async Task<WebApplication?> TryStartAsync(IPAddress address, int port)
    {
        WebApplication application = Build(address, port);
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

    private WebApplication Build(IPAddress address, int port)
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
            kestrel.Listen(address, port, UseTls);
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
