using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.Harnesses.BrowserChoice;

/// <summary>A screen that nobody sees.</summary>
internal sealed class VirtualScreen : IAsyncDisposable
{
    private const string Server = "/usr/bin/Xvfb";
    private const string Camera = "/usr/bin/scrot";

    private readonly Process _server;

    private VirtualScreen(Process server, string display) => (_server, Display) = (server, display);

    /// <summary>The programs, of Debian's packages xvfb and scrot.</summary>
    public static IReadOnlyList<string> Programs { get; } = [Server, Camera];

    /// <summary>Its name, for programs.</summary>
    public string Display { get; }

    /// <summary>Starts it. It listens to no network.</summary>
    public static async Task<VirtualScreen> StartAsync(CancellationToken cancellationToken)
    {
        string[] arguments = ["-displayfd", "1", "-screen", "0", "1000x640x24", "-nolisten", "tcp"];
        Process server = Process.Start(new ProcessStartInfo(Server, arguments) { RedirectStandardOutput = true })!;
        string number = await server.StandardOutput.ReadLineAsync(cancellationToken)
            ?? throw new InvalidOperationException($"{Server} ended with exit code {server.ExitCode}.");
        return new VirtualScreen(server, $":{number}");
    }

    /// <summary>Takes a picture of it.</summary>
    /// <param name="file">The file, PNG.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task PictureAsync(string file, CancellationToken cancellationToken)
    {
        File.Delete(file);
        var start = new ProcessStartInfo(Camera, [file]);
        start.Environment["DISPLAY"] = Display;
        using Process camera = Process.Start(start)!;
        await camera.WaitForExitAsync(cancellationToken);
        if (camera.ExitCode != 0 || !File.Exists(file))
        {
            throw new InvalidOperationException($"{Camera} ended with exit code {camera.ExitCode}.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_server.HasExited)
        {
            _server.Kill();
            await _server.WaitForExitAsync();
        }

        _server.Dispose();
    }
}
