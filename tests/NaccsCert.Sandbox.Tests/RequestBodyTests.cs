using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Sandbox.Tests;

public sealed class RequestBodyTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>, IDisposable
{
    private readonly EstClient _client = new(fixture.Sandbox);

    public static TheoryData<string> Shapes => ["lines", "one line", "pem", "der"];

    public void Dispose() => _client.Dispose();

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_request_is_taken_in_every_shape_that_clients_send(string shape)
    {
        using ECDsa key = Requests.NewKey();
        byte[] der = Requests.For(key);
        byte[] body = shape switch
        {
            "lines" => Encoding.ASCII.GetBytes(Convert.ToBase64String(der, Base64FormattingOptions.InsertLineBreaks) + "\n"),
            "one line" => Encoding.ASCII.GetBytes(Convert.ToBase64String(der)),
            "pem" => Encoding.ASCII.GetBytes(PemEncoding.WriteString("CERTIFICATE REQUEST", der) + "\n"),
            _ => der,
        };
        using HttpResponseMessage reply = await _client.SendAsync("simpleenroll", fixture.NextCodes(), new ByteArrayContent(body));
        using X509Certificate2 certificate = await reply.CertificateAsync();
        Assert.Equal(key.ExportSubjectPublicKeyInfo(), certificate.PublicKey.ExportSubjectPublicKeyInfo());
    }

    [Fact]
    public async Task Every_accepted_kind_of_key_is_certified()
    {
        foreach (int size in new[] { 2048, 3072, 4096 })
        {
            using RSA rsa = RSA.Create(size);
            using X509Certificate2 certificate = await (await _client.EnrollAsync(fixture.NextCodes(), Requests.For(rsa))).CertificateAsync();
            Assert.Equal(size, certificate.GetRSAPublicKey()!.KeySize);
        }

        using ECDsa p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using X509Certificate2 ofP384 = await (await _client.EnrollAsync(fixture.NextCodes(), Requests.For(p384))).CertificateAsync();
        Assert.Equal(384, ofP384.GetECDsaPublicKey()!.KeySize);
    }

    [Fact]
    public async Task Other_keys_are_refused_with_what_would_do()
    {
        using RSA rsa = RSA.Create(1024);
        using ECDsa p521 = ECDsa.Create(ECCurve.NamedCurves.nistP521);
        using HttpResponseMessage toRsa = await _client.EnrollAsync(fixture.NextCodes(), Requests.For(rsa));
        using HttpResponseMessage toP521 = await _client.EnrollAsync(fixture.NextCodes(), Requests.For(p521));
        Assert.Equal(HttpStatusCode.BadRequest, toRsa.StatusCode);
        Assert.Equal("an RSA key of 1024 bits is not accepted; use 2048, 3072 or 4096", await toRsa.TextAsync());
        Assert.Equal(HttpStatusCode.BadRequest, toP521.StatusCode);
        Assert.Equal("this kind of key is not accepted; use RSA, or ECDSA on P-256 or P-384", await toP521.TextAsync());
    }

    [Fact]
    public async Task A_damaged_request_is_refused_wherever_the_damage_is()
    {
        CodeSet codes = fixture.NextCodes();
        using ECDsa key = Requests.NewKey();
        byte[] good = Requests.For(key, "CN=somebody, O=somewhere");
        IEnumerable<Task<HttpResponseMessage>> requests = Enumerable.Range(0, good.Length).Select(position =>
        {
            var damaged = (byte[])good.Clone();
            damaged[position] ^= 0x01;
            return _client.EnrollAsync(codes, damaged);
        });
        foreach (Task<HttpResponseMessage>[] some in requests.Chunk(8))
        {
            HttpResponseMessage[] replies = await Task.WhenAll(some);
            Assert.All(replies, reply => Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is no request!")]
    [InlineData("MIIB")]
    public async Task What_is_no_request_is_refused(string body)
    {
        using HttpResponseMessage reply = await _client.SendAsync("simpleenroll", fixture.NextCodes(), new ByteArrayContent(Encoding.ASCII.GetBytes(body)));
        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.NotEmpty(await reply.TextAsync());
    }

    [Theory]
    [InlineData("simpleenroll")]
    [InlineData("simplereenroll")]
    public async Task Another_media_type_an_unknown_length_and_too_large_a_body_are_refused_each_in_its_way(string operation)
    {
        using HttpResponseMessage wrongType = await _client.SendAsync(operation, null, new ByteArrayContent(new byte[10]), "application/octet-stream");
        using HttpResponseMessage noLength = await _client.SendAsync(operation, null, new ChunkedContent());
        using HttpResponseMessage tooLarge = await _client.SendAsync(operation, null, new ByteArrayContent(new byte[(64 * 1024) + 1]));
        Assert.Equal(
            new List<HttpStatusCode> { HttpStatusCode.UnsupportedMediaType, HttpStatusCode.LengthRequired, HttpStatusCode.RequestEntityTooLarge },
            [wrongType.StatusCode, noLength.StatusCode, tooLarge.StatusCode]);
    }

    private sealed class ChunkedContent : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(new byte[10]).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
