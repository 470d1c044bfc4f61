using System;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Sandbox.Tests.Behavior;

public sealed class AnswerTests
{
    [Fact]
    public async Task Issued_certificates_can_come_with_201()
    {
        await using SandboxProcess sandbox = await Misbehaving.StartAsync("--created");
        using HttpResponseMessage reply = await sandbox.EnrollAsync();
        using X509Certificate2 certificate = await reply.CertificateAsync();
        using HttpResponseMessage refused = await sandbox.EnrollAsync();
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Unauthorized), (reply.StatusCode, refused.StatusCode));
    }

    [Fact]
    public async Task The_first_requests_can_fail_and_use_up_nothing()
    {
        await using SandboxProcess sandbox = await Misbehaving.StartAsync("--fail-first 2 --fail-status 502");
        using HttpResponseMessage first = await sandbox.EnrollAsync();
        using HttpResponseMessage second = await sandbox.EnrollAsync();
        using HttpResponseMessage third = await sandbox.EnrollAsync();
        Assert.Equal(
            (HttpStatusCode.BadGateway, HttpStatusCode.BadGateway, HttpStatusCode.OK), (first.StatusCode, second.StatusCode, third.StatusCode));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0.01")]
    [InlineData("-5")]
    [InlineData("Thu,_01_Jan_1970_00:00:00_GMT")]
    public async Task Retry_After_can_say_anything(string text)
    {
        await using SandboxProcess sandbox = await Misbehaving.StartAsync($"--retry-after {text}", new SandboxOptions { ApprovalDelay = TimeSpan.FromHours(1) });
        using HttpResponseMessage pending = await sandbox.EnrollAsync();
        Assert.Equal(HttpStatusCode.Accepted, pending.StatusCode);
        Assert.Equal(text.Replace('_', ' '), pending.Headers.NonValidated["Retry-After"].ToString());
    }

    [Fact]
    public async Task A_renewal_can_keep_its_key_again_and_again()
    {
        await using SandboxProcess sandbox = await Misbehaving.StartAsync("--same-key");
        using Identity current = await Identity.EnrollAsync(sandbox, sandbox.Codes[0]);
        using X509Certificate2 renewed = await RenewAsync(sandbox, current, current.Key!);
        using X509Certificate2 again = await RenewAsync(sandbox, current, current.Key!);
        Assert.Equal(renewed.RawData, again.RawData);
        Assert.NotEqual(renewed.SerialNumber, current.Certificate.SerialNumber);
        Assert.Equal(current.Certificate.PublicKey.ExportSubjectPublicKeyInfo(), renewed.PublicKey.ExportSubjectPublicKeyInfo());

        using var next = new Identity(X509CertificateLoader.LoadCertificate(renewed.RawData), current.Key);
        using X509Certificate2 third = await RenewAsync(sandbox, next, current.Key!);
        Assert.NotEqual(third.SerialNumber, renewed.SerialNumber);

        using Identity other = await Identity.EnrollAsync(sandbox, sandbox.Codes[1]);
        using HttpResponseMessage stolen = await other.RenewAsync(sandbox, Requests.For(current.Key!, other.Subject));
        Assert.Equal(HttpStatusCode.Forbidden, stolen.StatusCode);
    }

    private static async Task<X509Certificate2> RenewAsync(SandboxProcess sandbox, Identity current, ECDsa key)
    {
        using HttpResponseMessage reply = await current.RenewAsync(sandbox, Requests.For(key, current.Subject));
        return await reply.CertificateAsync();
    }
}
