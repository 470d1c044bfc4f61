using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Sandbox.Tests.Scep;

public sealed class ScepBehaviorTests
{
    [Theory]
    [InlineData("WrongNonce", false, true, true)]
    [InlineData("WrongTransaction", true, false, true)]
    [InlineData("OtherSigner", true, true, false)]
    public async Task Answers_can_be_wrong_in_one_way_each(string answer, bool nonce, bool transaction, bool signer)
    {
        await using SandboxProcess sandbox = await ScepClient.StartSandboxAsync(new SandboxOptions(), $"--scep-answer {answer}");
        using var client = new ScepClient(sandbox);
        using var requester = new ScepRequester();
        ScepReply reply = await client.SendAsync(requester.Enroll(sandbox.Codes[0], client.Authority));
        Assert.Equal(nonce, requester.Nonce.AsSpan().SequenceEqual(reply.RecipientNonce));
        Assert.Equal(transaction, requester.Transaction == reply.Transaction);
        Assert.Equal(signer, reply.IsSignedBy(client.Authority));
    }

    [Fact]
    public async Task Answers_can_be_garbage_and_requests_can_fail_for_a_while()
    {
        await using SandboxProcess sandbox = await ScepClient.StartSandboxAsync(new SandboxOptions(), "--scep-answer Garbage --fail-first 1 --guess-limit 1");
        using var client = new ScepClient(sandbox);
        using var requester = new ScepRequester();
        byte[] wrong = requester.Enroll(sandbox.Codes[0] with { Code1 = "WRONG" }, client.Authority);
        using HttpResponseMessage failure = await client.PostAsync(wrong);
        using HttpResponseMessage garbage = await client.PostAsync(wrong);
        using HttpResponseMessage tooMany = await client.PostAsync(requester.Enroll(sandbox.Codes[0], client.Authority));
        Assert.Equal(HttpStatusCode.InternalServerError, failure.StatusCode);
        byte[] content = await garbage.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.ThrowsAny<CryptographicException>(() => new SignedCms().Decode(content));
        Assert.Equal(HttpStatusCode.TooManyRequests, tooMany.StatusCode);
        Assert.NotNull(tooMany.Headers.RetryAfter);
    }

    [Fact]
    public async Task Old_services_know_old_algorithms_alone()
    {
        await using SandboxProcess sandbox = await ScepClient.StartSandboxAsync(new SandboxOptions(), "--scep-algorithms Weak");
        using var client = new ScepClient(sandbox);
        using HttpResponseMessage capabilities = await client.GetAsync("operation=GetCACaps");
        using var modern = new ScepRequester();
        using var old = new ScepRequester { Digest = "1.3.14.3.2.26", Cipher = "1.2.840.113549.3.7" };
        ScepReply refused = await client.SendAsync(modern.Enroll(sandbox.Codes[0], client.Authority));
        ScepReply reply = await client.SendAsync(old.Enroll(sandbox.Codes[0], client.Authority));
        using X509Certificate2 certificate = reply.Certificate(old);
        Assert.Equal("DES3\nSHA-1\nPOSTPKIOperation\nRenewal", await capabilities.TextAsync());
        Assert.Equal(("2", "0"), (refused.Status, refused.FailInfo));
        Assert.Equal("1.3.14.3.2.26", reply.Digest);
    }

    [Fact]
    public async Task A_registration_authority_reads_and_signs_in_the_place_of_the_authority()
    {
        await using SandboxProcess sandbox = await ScepClient.StartSandboxAsync(new SandboxOptions(), "--scep-ra --intermediates 1");
        using var client = new ScepClient(sandbox);
        using var requester = new ScepRequester();
        using HttpResponseMessage authorities = await client.GetAsync("operation=GetCACert");
        var message = new SignedCms();
        message.Decode(await authorities.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        X509Certificate2 registrar = message.Certificates.Single(
            certificate => certificate.Extensions.OfType<X509BasicConstraintsExtension>().Single() is { CertificateAuthority: false });
        ScepReply reply = await client.SendAsync(requester.Enroll(sandbox.Codes[0], registrar));
        using X509Certificate2 certificate = reply.Certificate(requester);
        ScepReply toTheAuthority = await client.SendAsync(requester.Enroll(sandbox.Codes[0], client.Authority));
        Assert.Equal("application/x-x509-ca-ra-cert", authorities.Content.Headers.ContentType?.MediaType);
        Assert.Equal(3, message.Certificates.Count);
        Assert.True(reply.IsSignedBy(registrar));
        Assert.Equal(("2", "1"), (toTheAuthority.Status, toTheAuthority.FailInfo));
    }
}
