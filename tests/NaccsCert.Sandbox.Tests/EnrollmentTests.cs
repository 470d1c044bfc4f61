using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Sandbox.Tests;

public sealed class EnrollmentTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>, IDisposable
{
    private readonly EstClient _client = new(fixture.Sandbox);
    private readonly ECDsa _key = Requests.NewKey();

    public void Dispose()
    {
        _client.Dispose();
        _key.Dispose();
    }

    [Fact]
    public async Task A_code_set_buys_a_certificate_for_its_terminal_and_the_key_asked_for()
    {
        CodeSet codes = fixture.NextCodes();
        using HttpResponseMessage reply = await _client.EnrollAsync(codes, Requests.For(_key));
        using X509Certificate2 certificate = await reply.CertificateAsync();
        Assert.Equal(codes.Terminal, certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false));
        Assert.Equal("NACCS Client CA", certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true));
        Assert.Equal(_key.ExportSubjectPublicKeyInfo(), certificate.PublicKey.ExportSubjectPublicKeyInfo());
        Assert.Equal("application/pkcs7-mime", reply.Content.Headers.ContentType!.MediaType);
        Assert.Equal("base64", reply.Headers.GetValues("Content-Transfer-Encoding").Single());
    }

    [Fact]
    public async Task The_certificate_chains_to_the_client_authority_and_is_good_for_client_authentication()
    {
        using X509Certificate2 certificate = await EnrollAsync(fixture.NextCodes());
        using X509Certificate2 authority = X509CertificateLoader.LoadCertificateFromFile(fixture.Sandbox.ClientCaPath);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid("1.3.6.1.5.5.7.3.2"));
        Assert.True(chain.Build(certificate), string.Join(' ', chain.ChainStatus.Select(status => status.StatusInformation)));
        Assert.Equal(2048, authority.GetRSAPublicKey()!.KeySize);
        Assert.Equal(
            certificate.Extensions.OfType<X509AuthorityKeyIdentifierExtension>().Single().KeyIdentifier!.Value.ToArray(),
            authority.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Single().SubjectKeyIdentifierBytes.ToArray());
    }

    [Fact]
    public async Task The_certificate_is_valid_for_five_years_and_a_month_and_has_a_positive_serial_of_sixteen_octets()
    {
        using X509Certificate2 certificate = await EnrollAsync(fixture.NextCodes());
        Assert.Equal(certificate.NotBefore.ToUniversalTime().AddMonths(61), certificate.NotAfter.ToUniversalTime());
        Assert.Equal(16, certificate.SerialNumberBytes.Length);
        Assert.InRange(certificate.SerialNumberBytes.Span[0], 0x01, 0x7F);
    }

    [Fact]
    public async Task An_rsa_certificate_may_also_be_used_to_encipher_keys()
    {
        using RSA rsa = RSA.Create(2048);
        using X509Certificate2 ofRsa = await (await _client.EnrollAsync(fixture.NextCodes(), Requests.For(rsa))).CertificateAsync();
        using X509Certificate2 ofEcdsa = await EnrollAsync(fixture.NextCodes());
        Assert.Equal(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment, Usage(ofRsa));
        Assert.Equal(X509KeyUsageFlags.DigitalSignature, Usage(ofEcdsa));
    }

    [Fact]
    public async Task The_same_key_with_the_same_codes_gets_the_same_certificate_back()
    {
        CodeSet codes = fixture.NextCodes();
        using X509Certificate2 first = await EnrollAsync(codes);
        using X509Certificate2 second = await EnrollAsync(codes);
        Assert.Equal(first.RawData, second.RawData);
    }

    [Fact]
    public async Task Another_key_with_used_codes_is_refused()
    {
        CodeSet codes = fixture.NextCodes();
        using X509Certificate2 first = await EnrollAsync(codes);
        using ECDsa other = Requests.NewKey();
        using HttpResponseMessage reply = await _client.EnrollAsync(codes, Requests.For(other));
        Assert.Equal(HttpStatusCode.Unauthorized, reply.StatusCode);
        Assert.Equal("these codes have been used", await reply.TextAsync());
    }

    [Fact]
    public async Task A_certified_key_with_other_codes_is_refused_and_uses_up_nothing()
    {
        using X509Certificate2 first = await EnrollAsync(fixture.NextCodes());
        CodeSet codes = fixture.NextCodes();
        using HttpResponseMessage reply = await _client.EnrollAsync(codes, Requests.For(_key));
        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Equal("this key is certified already; make a new one", await reply.TextAsync());
        using ECDsa other = Requests.NewKey();
        using X509Certificate2 second = await (await _client.EnrollAsync(codes, Requests.For(other))).CertificateAsync();
    }

    [Fact]
    public async Task Without_codes_the_answer_is_a_basic_challenge()
    {
        using HttpResponseMessage reply = await _client.EnrollAsync(null, Requests.For(_key));
        Assert.Equal(HttpStatusCode.Unauthorized, reply.StatusCode);
        Assert.Equal("Basic realm=\"NACCS\"", reply.Headers.WwwAuthenticate.ToString());
        Assert.Equal("codes are required", await reply.TextAsync());
    }

    [Theory]
    [InlineData("WRONG", null, null)]
    [InlineData(null, "WRONG", null)]
    [InlineData(null, null, "WRONG")]
    [InlineData(null, null, "")]
    public async Task Wrong_codes_are_refused_and_use_up_nothing(string? code1, string? code2, string? code3)
    {
        CodeSet codes = fixture.NextCodes();
        var wrong = new CodeSet(codes.Terminal, code1 ?? codes.Code1, code2 ?? codes.Code2, code3 ?? codes.Code3);
        using HttpResponseMessage reply = await _client.EnrollAsync(wrong, Requests.For(_key));
        Assert.Equal(HttpStatusCode.Unauthorized, reply.StatusCode);
        Assert.Equal("Basic realm=\"NACCS\"", reply.Headers.WwwAuthenticate.ToString());
        Assert.Equal("these codes are not known", await reply.TextAsync());
        using X509Certificate2 certificate = await EnrollAsync(codes);
    }

    private async Task<X509Certificate2> EnrollAsync(CodeSet codes)
    {
        using HttpResponseMessage reply = await _client.EnrollAsync(codes, Requests.For(_key));
        return await reply.CertificateAsync();
    }

    private static X509KeyUsageFlags Usage(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509KeyUsageExtension>().Single().KeyUsages;
}
