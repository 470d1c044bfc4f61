using System;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Sandbox.Tests.Scep;

public sealed class ScepTests(ScepFixture fixture) : IClassFixture<ScepFixture>, IDisposable
{
    private readonly ScepClient _client = new(fixture.Sandbox);
    private readonly ScepRequester _requester = new();

    public void Dispose()
    {
        _client.Dispose();
        _requester.Dispose();
    }

    [Fact]
    public async Task It_says_what_it_can_and_who_its_authority_is_over_tls_too()
    {
        using var overTls = new EstClient(fixture.Sandbox);
        using HttpResponseMessage capabilities = await overTls.GetAsync("/scep/NACCSClientCA?operation=GetCACaps");
        using HttpResponseMessage authority = await _client.GetAsync("operation=GetCACert&message=any");
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(
            await authority.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("AES\nSHA-256\nSHA-512\nPOSTPKIOperation\nRenewal\nSCEPStandard", await capabilities.TextAsync());
        Assert.Equal("application/x-x509-ca-cert", authority.Content.Headers.ContentType?.MediaType);
        Assert.Equal(_client.Authority.RawData, certificate.RawData);
        Assert.Equal("allow", _client.Definition.GetProperty("plainHttp").GetString());
        Assert.Equal("scep", _client.Definition.GetProperty("protocol").GetString());
        Assert.Equal("{code1}:{code2}{code3}", _client.Definition.GetProperty("challengePassword").GetString());
    }

    [Fact]
    public async Task A_code_set_buys_one_certificate_and_whoever_lost_the_answer_gets_it_again()
    {
        CodeSet codes = fixture.NextCodes();
        byte[] message = _requester.Enroll(codes, _client.Authority);
        ScepReply reply = await _client.SendAsync(message);
        using X509Certificate2 certificate = reply.Certificate(_requester);
        Assert.Equal(codes.Terminal, certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false));
        Assert.Equal(_requester.PublicKey, certificate.PublicKey.ExportSubjectPublicKeyInfo());
        Assert.Equal((_requester.Transaction, true), (reply.Transaction, reply.IsSignedBy(_client.Authority)));
        Assert.Equal(_requester.Nonce, reply.RecipientNonce);

        using X509Certificate2 again = (await _client.SendInQueryAsync(message)).Certificate(_requester);
        Assert.Equal(certificate.RawData, again.RawData);

        using var other = new ScepRequester();
        Assert.Equal(("2", "these codes have been used"), Refusal(await _client.SendAsync(other.Enroll(codes, _client.Authority))));
        using var sameTransaction = new ScepRequester { Transaction = _requester.Transaction };
        ScepReply reused = await _client.SendAsync(sameTransaction.Enroll(fixture.NextCodes(), _client.Authority));
        Assert.Equal(("2", "this transactionID is that of another request"), Refusal(reused));
    }

    [Fact]
    public async Task A_certificate_renews_itself_once_and_whoever_lost_the_answer_gets_it_again()
    {
        using X509Certificate2 current = (await _client.SendAsync(_requester.Enroll(fixture.NextCodes(), _client.Authority))).Certificate(_requester);
        _requester.Use(current);
        using var next = new ScepRequester();
        byte[] message = _requester.Renew(next, _client.Authority);
        using X509Certificate2 renewed = (await _client.SendAsync(message)).Certificate(_requester);
        using X509Certificate2 again = (await _client.SendAsync(message)).Certificate(_requester);
        Assert.Equal(next.PublicKey, renewed.PublicKey.ExportSubjectPublicKeyInfo());
        Assert.Equal(current.SubjectName.RawData, renewed.SubjectName.RawData);
        Assert.Equal(renewed.RawData, again.RawData);

        using var other = new ScepRequester();
        Assert.Equal(
            ("2", "the client certificate has been renewed already, with another key"),
            Refusal(await _client.SendAsync(_requester.Renew(other, _client.Authority))));
        Assert.Equal(
            ("2", "the client certificate was not issued by this service"),
            Refusal(await _client.SendAsync(other.Renew(next, _client.Authority))));
    }

    [Fact]
    public async Task Messages_that_are_wrong_are_refused_with_their_reason_and_use_nothing_up()
    {
        CodeSet codes = fixture.NextCodes();
        using var oldDigest = new ScepRequester { Digest = "1.3.14.3.2.26" };
        using var oldCipher = new ScepRequester { Cipher = "1.2.840.113549.3.7" };
        using var stranger = new ScepRequester();
        await Refused("0", oldDigest.Enroll(codes, _client.Authority));
        await Refused("0", oldCipher.Enroll(codes, _client.Authority));
        await Refused("1", _requester.Enroll(codes, stranger.Certificate));
        await Refused("1", Tampered(_requester.Enroll(codes, _client.Authority)));
        await Refused("2", _requester.Enroll(codes with { Code3 = "WRONG" }, _client.Authority));
        await Refused("2", _requester.Message(ScepRequester.PkcsReq, [0x30, 0x00], _client.Authority));
        await Refused("2", _requester.Message(99, [], _client.Authority));
        await Refused("4", _requester.Poll(_client.Authority));
        using HttpResponseMessage garbage = await _client.PostAsync([1, 2, 3]);
        Assert.Equal(HttpStatusCode.BadRequest, garbage.StatusCode);

        using X509Certificate2 certificate = (await _client.SendAsync(_requester.Enroll(codes, _client.Authority))).Certificate(_requester);
        Assert.Equal(codes.Terminal, certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false));
    }

    private static (string? Status, string? Reason) Refusal(ScepReply reply) => (reply.Status, reply.Reason);

    // The last octet is one of the signature.
    private static byte[] Tampered(byte[] message) => [.. message[..^1], (byte)(message[^1] ^ 1)];

    private async Task Refused(string failInfo, byte[] message)
    {
        ScepReply reply = await _client.SendAsync(message);
        Assert.Equal(("2", failInfo), (reply.Status, reply.FailInfo));
        Assert.False(string.IsNullOrEmpty(reply.Reason));
        Assert.True(reply.IsSignedBy(_client.Authority));
    }
}
