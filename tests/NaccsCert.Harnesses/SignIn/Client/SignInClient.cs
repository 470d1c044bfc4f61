using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Networks.Proxies;
using NaccsCert.Harnesses.SignIn.Sites;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.PowerShell;
using NaccsCert.TestSupport.Proxies;

namespace NaccsCert.Harnesses.SignIn.Client;

/// <summary>Runs <c>Test-NaccsCertificate -SignIn</c> of the staged module in PowerShell, in a home that has the user's certificates.</summary>
/// <param name="files">The user's certificates.</param>
internal sealed class SignInClient(SiteFiles files)
{
    private static readonly string[] ProxyVariables = ["http_proxy", "https_proxy", "all_proxy", "no_proxy"];

    /// <summary>Runs it.</summary>
    /// <param name="sites">The sites to sign in to.</param>
    /// <param name="proxy">The proxy on the way; null for none.</param>
    /// <param name="user">The user at the proxy; null for none.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    /// <returns>What came of it.</returns>
    public async Task<SignInRun> RunAsync(IReadOnlyList<Site> sites, IProxy? proxy, SquidUser? user, CancellationToken cancellationToken)
    {
        using var home = new ScratchHome();
        string definition = SiteDefinition.Write(files, sites);
        List<string> arguments =
        [
            "-NonInteractive", "-File", Path.Combine(AppContext.BaseDirectory, "SignIn", "Client", "SignIn.ps1"),
            "-Module", BuildPaths.StagedModule, "-Service", definition, "-Certificates", files.UserFolder,
        ];
        if (proxy is not null)
        {
            arguments.AddRange(["-Proxy", proxy.Address.AbsoluteUri]);
        }

        if (user is not null)
        {
            arguments.AddRange(["-User", user.Name]);
        }

        if (proxy?.RootPath is { } root)
        {
            arguments.AddRange(["-TrustedRoot", root]);
        }

        var variables = new Dictionary<string, string?>(RunCulture.VariablesFor("en-US"));
        foreach (string name in ProxyVariables)
        {
            variables[name] = variables[name.ToUpperInvariant()] = null;
        }

        ProcessRun run = await PowerShellProcess.RunAsync(user?.Password + "\n", arguments, cancellationToken, home, variables);
        return new SignInRun([.. run.Output.Split('\n').Select(SignInOutcome.Parse).OfType<SignInOutcome>()], run.Output + run.Error);
    }
}
