using System.Net;
using System.Net.Http;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using NaccsCert.Rehearsal;
using Xunit;

namespace NaccsCert.Sandbox.Tests;

public sealed class EnrollmentTests
{
    [Fact]
    public async Task A_code_set_buys_one_certificate()
    {
        await using SandboxProcess sandbox = await SandboxProcess.StartAsync(new SandboxOptions(), TestContext.Current.CancellationToken);
        using var client = new EstClient(sandbox);
        using ECDsa key = Requests.NewKey();
        using HttpResponseMessage reply = await client.EnrollAsync(sandbox.Codes[0], Requests.For(key));
        using X509Certificate2 certificate = await reply.CertificateAsync();
        Assert.Equal(key.ExportSubjectPublicKeyInfo(), certificate.PublicKey.ExportSubjectPublicKeyInfo());
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
    }
}
