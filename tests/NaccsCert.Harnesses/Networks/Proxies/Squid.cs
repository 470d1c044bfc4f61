using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.Proxies;

namespace NaccsCert.Harnesses.Networks.Proxies;

/// <summary>A squid of its own on the loopback address.</summary>
internal sealed class Squid : IProxy
{
    private const string Listening = "Accepting HTTP Socket connections";

    /// <summary>A name by which it knows the loopback address: .NET Framework goes to that itself, past every proxy.</summary>
    public const string HostName = "service.naccscert.invalid";

    /// <summary>What it says that it was shown of a request without a credential.</summary>
    public const string NoCredential = "no credential";

    private const UnixFileMode ForEverybody = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private readonly ScratchDirectory _folder = new();
    private readonly Process _process;
    private Task _reading = Task.CompletedTask;
    private bool _hasStarted;

    private Squid(SquidSchemes schemes)
    {
        int port = Ports.Closed();
        Address = new Uri($"http://127.0.0.1:{port}");

        // Started by root, squid works as a user without rights, who writes its log here.
        File.SetUnixFileMode(_folder.FullPath, ForEverybody);
        File.WriteAllText(_folder.Member(SquidConfiguration.HostsFile), $"127.0.0.1 {HostName}\n");
        File.WriteAllText(ConfigurationPath, SquidConfiguration.Text(schemes, port, _folder.FullPath));
        _process = new Process
        {
            StartInfo = new ProcessStartInfo(SquidPrograms.Squid, ["-N", "-d1", "-f", ConfigurationPath]) { RedirectStandardError = true },
        };
    }

    /// <inheritdoc/>
    public Uri Address { get; }

    /// <summary>What it has logged. A tunnel is logged when it is closed, so all of it is there when squid was stopped.</summary>
    /// <remarks>Who connected and asked for nothing, to see whether squid is there, has a line without a method.</remarks>
    public IReadOnlyList<SquidRequest> Requests => File.Exists(LogPath)
        ? [.. File.ReadLines(LogPath).Select(SquidRequest.Parse).Where(request => request.Method != "-")]
        : [];

    private string ConfigurationPath => _folder.Member("squid.conf");

    private string LogPath => _folder.Member("access.log");

    /// <summary>Starts one and waits until it listens.</summary>
    /// <param name="schemes">How it wants to be signed in to.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">It ended before it listened.</exception>
    public static async Task<Squid> StartAsync(SquidSchemes schemes, CancellationToken cancellationToken)
    {
        var squid = new Squid(schemes);
        try
        {
            await squid.WritePasswordsAsync(cancellationToken);
            await squid.ListenAsync(cancellationToken);
            return squid;
        }
        catch
        {
            await squid.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>?> StopAsync()
    {
        if (!_process.HasExited)
        {
            using Process stop = Process.Start(SquidPrograms.Squid, ["-f", ConfigurationPath, "-k", "shutdown"]);
            await stop.WaitForExitAsync();
            await _process.WaitForExitAsync();
        }

        return [.. Requests.Select(request => request.Scheme ?? NoCredential).Distinct().Order(StringComparer.Ordinal)];
    }

    public async ValueTask DisposeAsync()
    {
        if (_hasStarted && !_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        await _reading;
        _process.Dispose();
        _folder.Dispose();
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        var told = new StringBuilder();
        _hasStarted = _process.Start();
        while (await _process.StandardError.ReadLineAsync(cancellationToken) is { } line)
        {
            told.AppendLine(line);
            if (line.Contains(Listening, StringComparison.Ordinal))
            {
                // The rest is of no interest, but a full pipe would stop squid.
                _reading = _process.StandardError.ReadToEndAsync(CancellationToken.None);
                return;
            }
        }

        throw new InvalidOperationException($"squid ended: {told}");
    }

    private async Task WritePasswordsAsync(CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(_folder.Member("passwd"), string.Empty, cancellationToken);
        foreach (SquidUser user in new[] { SquidUser.Taro, SquidUser.Yamada })
        {
            using Process htpasswd = Process.Start(
                new ProcessStartInfo(SquidPrograms.Htpasswd, ["-i", _folder.Member("passwd"), user.Name])
                {
                    RedirectStandardInput = true,
                    RedirectStandardError = true,
                    StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                })!;
            await htpasswd.StandardInput.WriteLineAsync(user.Password.AsMemory(), cancellationToken);
            htpasswd.StandardInput.Close();
            string error = await htpasswd.StandardError.ReadToEndAsync(cancellationToken);
            await htpasswd.WaitForExitAsync(cancellationToken);
            if (htpasswd.ExitCode != 0)
            {
                throw new InvalidOperationException($"htpasswd: {error}");
            }
        }
    }
}
