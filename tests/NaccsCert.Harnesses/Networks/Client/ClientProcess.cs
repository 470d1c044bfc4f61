using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Networks.Service;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.PowerShell;

namespace NaccsCert.Harnesses.Networks.Client;

/// <summary>Runs the staged module in PowerShell as a user does: in a process with a home of its own.</summary>
internal static class ClientProcess
{
    private static readonly string[] ProxyVariables = ["http_proxy", "https_proxy", "all_proxy", "no_proxy"];

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
        ProcessRun run = await PowerShellProcess.RunAsync(
            Input(options, service),
            Arguments(options, definition, proxy, trustedRoot),
            cancellationToken,
            home,
            Variables(options, proxy));
        Outcome[] outcomes = [.. run.Output.Split('\n').Select(Parse).OfType<Outcome>()];
        string rest = $"exit code {run.ExitCode}: {run.Output}{run.Error}".ReplaceLineEndings(" ");
        return [.. options.Operations.Select(operation =>
            outcomes.SingleOrDefault(outcome => outcome.Operation == operation) ?? new Outcome(operation, "(ended)", rest))];
    }

    private static List<string> Arguments(ClientOptions options, string definition, Uri? proxy, string? trustedRoot)
    {
        List<string> arguments =
        [
            "-NonInteractive", "-File", Path.Combine(AppContext.BaseDirectory, "Networks", "Client", "Operations.ps1"),
            "-Module", BuildPaths.StagedModule, "-Service", definition, "-Operations", string.Join(',', options.Operations),
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

    // The proxies in the environment of whoever runs this are no part of any row.
    private static Dictionary<string, string?> Variables(ClientOptions options, Uri? proxy)
    {
        var variables = new Dictionary<string, string?>(RunCulture.VariablesFor("en-US"));
        foreach (string name in ProxyVariables)
        {
            variables[name] = variables[name.ToUpperInvariant()] = null;
        }

        foreach ((string name, string value) in options.Environment)
        {
            variables[name] = value.Replace("{proxy}", proxy?.Authority, StringComparison.Ordinal);
        }

        return variables;
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
