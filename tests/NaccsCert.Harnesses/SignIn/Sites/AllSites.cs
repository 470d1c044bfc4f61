using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.Harnesses.SignIn.Sites;

/// <summary>All sites, each server with its own process or in this one.</summary>
internal sealed class AllSites : IAsyncDisposable
{
    private readonly ServerProcess _nginx;
    private readonly ServerProcess _apache;
    private readonly KestrelSites _kestrel;

    private AllSites(ServerProcess nginx, ServerProcess apache, KestrelSites kestrel) => (_nginx, _apache, _kestrel) = (nginx, apache, kestrel);

    /// <summary>The sites.</summary>
    public required IReadOnlyList<Site> Sites { get; init; }

    /// <summary>Starts the sites.</summary>
    public static async Task<AllSites> StartAsync(SiteFiles files, CancellationToken cancellationToken)
    {
        IReadOnlyList<Site> nginx = NginxSites.List();
        IReadOnlyList<Site> apache = ApacheSites.List();
        string nginxFile = files.Write("nginx.conf", NginxSites.Configure(nginx, files));
        string apacheFile = files.Write("apache.conf", ApacheSites.Configure(apache, files));
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(files.Path("pages")).FullName, "index.html"), "welcome");
        ServerProcess nginxProcess = await ServerProcess.StartAsync(
            NginxSites.Program, ["-p", files.FullPath, "-c", nginxFile, "-e", "stderr"], nginx[0].Port, cancellationToken);
        ServerProcess apacheProcess = await ServerProcess.StartAsync(
            ApacheSites.Program, ["-f", apacheFile, "-DFOREGROUND"], apache[0].Port, cancellationToken);
        KestrelSites kestrel = await KestrelSites.StartAsync(files, cancellationToken);
        return new AllSites(nginxProcess, apacheProcess, kestrel) { Sites = [.. nginx, .. apache, .. kestrel.Sites] };
    }

    public async ValueTask DisposeAsync()
    {
        await _kestrel.DisposeAsync();
        await _apache.DisposeAsync();
        await _nginx.DisposeAsync();
    }
}
