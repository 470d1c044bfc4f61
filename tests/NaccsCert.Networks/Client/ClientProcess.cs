using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Networks.Service;
using NaccsCert.TestSupport;

namespace NaccsCert.Networks.Client;

/// <summary>A user's session: the staged module in the engine host, a process with a home of its own.</summary>
internal static class ClientProcess
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly string[] ProxyVariables = ["http_proxy", "https_proxy", "all_proxy", "no_proxy"];

    private static readonly string StagedModule = typeof(ClientProcess).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == nameof(StagedModule)).Value!;

    /// <summary>Does the operations.</summary>
    /// <param name="options">How the user has set it up.</param>
    /// <param name="service">The service, for codes.</param>
    /// <param name="definition">The service definition's file.</param>
    /// <param name="proxy">The proxy; null for none.</param>
    /// <param name="trustedRoot">A certificate's PEM file, which the user trusts; null for none.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    /// <returns>What came of each, in order; of those that the session did not get to, what it wrote instead.</returns>
    public static async Task<IReadOnlyList<Outcome>> RunAsync(
        ClientOptions options,
        CertificateService service,
        string definition,
        Uri? proxy,
        string? trustedRoot,
        CancellationToken cancellationToken)
    {
        using var home = new ScratchHome();
        ProcessStartInfo start = DotnetProgram.StartInfo("NaccsCert.PSHost.dll", Arguments(options, definition, proxy, trustedRoot));
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardInputEncoding = start.StandardOutputEncoding = start.StandardErrorEncoding = Utf8;
        home.ApplyTo(start);
        SetProxyVariables(start.Environment, options, proxy);
        using Process process = Process.Start(start)!;
        try
        {
            await process.StandardInput.WriteAsync(Input(options, service).AsMemory(), cancellationToken);
            process.StandardInput.Close();
            Task<string> error = process.StandardError.ReadToEndAsync(cancellationToken);
            string output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            Outcome[] outcomes = [.. output.Split('\n').Select(Parse).OfType<Outcome>()];
            string rest = $"exit code {process.ExitCode}: {output}{await error}".ReplaceLineEndings(" ");
            return [.. options.Operations.Select(operation =>
                outcomes.SingleOrDefault(outcome => outcome.Operation == operation) ?? new Outcome(operation, "(ended)", rest))];
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static List<string> Arguments(ClientOptions options, string definition, Uri? proxy, string? trustedRoot)
    {
        List<string> arguments =
        [
            "-NonInteractive", "-Culture", "en-US", "-File", Path.Combine(AppContext.BaseDirectory, "Client", "Operations.ps1"),
            "-Module", StagedModule, "-Service", definition, "-Operations", string.Join(',', options.Operations),
        ];
        foreach ((string name, string? value) in new[]
        {
            ("-Proxy", options.NamesProxy ? proxy?.AbsoluteUri : null),
            ("-ProxyAuthentication", options.Authentication),
            ("-TrustedRoot", trustedRoot),
        })
        {
            if (value is not null)
            {
                arguments.AddRange([name, value]);
            }
        }

        return arguments;
    }

    // What the environment of whoever runs this says of proxies is no part of any row.
    private static void SetProxyVariables(IDictionary<string, string?> environment, ClientOptions options, Uri? proxy)
    {
        foreach (string name in ProxyVariables)
        {
            environment.Remove(name);
            environment.Remove(name.ToUpperInvariant());
        }

        foreach ((string name, string value) in options.Environment)
        {
            environment[name] = value.Replace("{proxy}", proxy?.Authority, StringComparison.Ordinal);
        }
    }

    private static string Input(ClientOptions options, CertificateService service)
    {
        (CodeSet first, CodeSet second) = (service.TakeCodes(), service.TakeCodes());
        return string.Concat(new[]
        {
            options.User ?? string.Empty, options.Password,
            first.Code1, first.Code2, first.Code3, second.Code1, second.Code2, second.Code3,
        }.Select(line => line + "\n"));
    }

    private static Outcome? Parse(string line) =>
        line.TrimEnd('\r').Split('\t') is [string name, string result, string text] && Enum.TryParse(name, out Operation operation)
            ? new Outcome(operation, result, text)
            : null;
}
