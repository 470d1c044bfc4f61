using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.PowerShell;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>
/// Whoever sits at a terminal is asked about a root that came over the wire (manual 5.1 (4)): in PowerShell itself, by its own host.
/// </summary>
public sealed class RootQuestionTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes), IDisposable
{
    // PowerShell's own words, which it has in English alone.
    private const string DefaultIsNo = "(default is \"N\"):";

    private readonly ScratchHome _home = new();

    private string TrustedRoots => Path.Combine(_home.FullPath, ".dotnet/corefx/cryptography/x509stores/root");

    /// <inheritdoc/>
    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("en-US", "y", true)]
    [InlineData("en-US", "n", false)]
    [InlineData("en-US", "", false)]
    [InlineData("ja-JP", "y", true)]
    [InlineData("ja-JP", "n", false)]
    public async Task A_root_is_trusted_by_a_yes_alone(string language, string answer, bool isTrusted)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The pseudo-terminal is that of Linux.");
        using X509Certificate2 root = X509CertificateLoader.LoadCertificateFromFile(Sandbox.ClientCaPath);
        Redefine(json => json["trustAnchors"] = new JsonArray(
            [.. json["trustAnchors"]!.AsArray().Where(anchor => (string)anchor!["purpose"]! == "server").Select(anchor => anchor!.DeepClone())]));
        CodeSet codes = TakeCodes();

        string terminal = await PowerShellTerminal.AnswerAsync(
            [
                "-Command",
                $"Import-Module '{BuildPaths.StagedModule}'\n\"(status $((Request-NaccsCertificate {codes.Code1} {codes.Code2} {codes.Code3} "
                + $"-KeyAlgorithm EcdsaP256 -Service '{Service}').Status))\"",
            ],
            DefaultIsNo,
            answer,
            _home,
            RunCulture.VariablesFor(language),
            TestContext.Current.CancellationToken);

        Assert.Contains(root.GetCertHashString(HashAlgorithmName.SHA256), terminal, StringComparison.Ordinal);
        Assert.Contains(language == "ja-JP" ? "「NACCS Client CA」" : "\"NACCS Client CA\"", terminal, StringComparison.Ordinal);
        Assert.Contains("(status Enrolled)", terminal, StringComparison.Ordinal);
        Assert.Equal(isTrusted, Directory.Exists(TrustedRoots) && Directory.GetFiles(TrustedRoots, root.Thumbprint + "*").Length > 0);
    }
}
