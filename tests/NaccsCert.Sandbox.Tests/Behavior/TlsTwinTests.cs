using System.Collections.Generic;
using System.Linq;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Sandbox.Tests.Behavior;

public sealed class TlsTwinTests
{
    [Fact]
    public async Task Tls_shows_a_self_signed_twin_before_the_certificate_that_leads_to_the_root()
    {
        await using SandboxProcess sandbox = await Misbehaving.StartAsync("--tls-twin");
        List<X509Certificate2> shown = await ShownAsync(sandbox);
        using X509Certificate2 root = X509CertificateLoader.LoadCertificateFromFile(sandbox.TlsRootPath);
        Assert.Equal(2, shown.Count);
        Assert.Equal(shown[0].PublicKey.ExportSubjectPublicKeyInfo(), shown[1].PublicKey.ExportSubjectPublicKeyInfo());
        Assert.Equal(shown[0].Subject, shown[0].Issuer);
        Assert.Equal(shown[0].Subject, shown[1].Subject);
        Assert.Equal(root.Subject, shown[1].Issuer);
    }

    [Fact]
    public async Task A_folder_with_another_root_is_refused()
    {
        using var data = new ScratchDirectory();
        await using (SandboxProcess sandbox = await Misbehaving.StartAsync("", new SandboxOptions { DataDirectory = data.FullPath }))
        {
        }

        SandboxRun run = await SandboxRun.RunAsync(["serve", "--data", data.FullPath, "--tls-twin"], TestContext.Current.CancellationToken);
        Assert.Equal("--tls-twin needs a new data folder: the root in this one certifies no other CA.", run.Error.TrimEnd());
        Assert.Equal(1, run.ExitCode);
    }

    // What follows the server's own certificate on the wire.
    private static async Task<List<X509Certificate2>> ShownAsync(SandboxProcess sandbox)
    {
        var shown = new List<X509Certificate2>();
        using var socket = new TcpClient();
        await socket.ConnectAsync(sandbox.Url.Host, sandbox.Url.Port, TestContext.Current.CancellationToken);
        await using var tls = new SslStream(socket.GetStream(), leaveInnerStreamOpen: false, (_, certificate, chain, _) =>
        {
            shown.AddRange(chain!.ChainPolicy.ExtraStore.Where(each => !each.Equals(certificate)));
            return shown.Count > 0;
        });
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = sandbox.Url.Host }, TestContext.Current.CancellationToken);
        return shown;
    }
}
