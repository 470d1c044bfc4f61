using System;
using System.Diagnostics;
using System.IO;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Networks.Proxies;
using NaccsCert.TestSupport;

namespace NaccsCert.Harnesses.Networks.Desktop;

/// <summary>The net48 build of the library in a process of Mono's, with a home of its own.</summary>
internal static class DesktopClient
{
    private const string Mono = "/usr/bin/mono";

    /// <summary>What is missing to run it; null when nothing is.</summary>
    public static string? Missing() => !File.Exists(Mono) ? $"{Mono} is missing: install Debian's package mono-devel."
        : !File.Exists(BuildPaths.DesktopProgram) ? $"{BuildPaths.DesktopProgram} is missing: build the solution."
        : null;

    /// <summary>Fetches a resource through a proxy.</summary>
    /// <param name="address">The resource.</param>
    /// <param name="root">The server's root.</param>
    /// <param name="proxy">The proxy.</param>
    /// <param name="user">Who signs in; null for nobody.</param>
    /// <param name="authentication">The kinds of authentication that are allowed.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    /// <returns>The status or the id of the error, and what came with it.</returns>
    public static async Task<(string Result, string Text)> FetchAsync(
        Uri address, X509Certificate2 root, Uri proxy, SquidUser? user, string authentication, CancellationToken cancellationToken)
    {
        using var home = new ScratchHome();
        using var folder = new ScratchDirectory();
        await File.WriteAllBytesAsync(folder.Member("root.cer"), root.RawData, cancellationToken);
        var startInfo = new ProcessStartInfo(
            Mono, [BuildPaths.DesktopProgram, "fetch", address.AbsoluteUri, folder.Member("root.cer"), proxy.AbsoluteUri, authentication])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        home.ApplyTo(startInfo);
        using Process process = Process.Start(startInfo)!;
        await process.StandardInput.WriteAsync($"{user?.Name}\n{user?.Password}\n".AsMemory(), cancellationToken);
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync(cancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return output.TrimEnd().Split('\t') is [string result, string text] ? (result, text) : ("(ended)", output + await error);
    }
}
