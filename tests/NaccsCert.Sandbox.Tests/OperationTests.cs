using System;
using System.Formats.Asn1;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using Xunit;

namespace NaccsCert.Sandbox.Tests;

public sealed class OperationTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>, IDisposable
{
    private readonly EstClient _client = new(fixture.Sandbox);

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Cacerts_gives_the_client_authority_in_short_lines_of_base64()
    {
        using HttpResponseMessage reply = await _client.GetAsync("cacerts");
        string body = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("application/pkcs7-mime; smime-type=certs-only", reply.Content.Headers.ContentType!.ToString());
        Assert.Equal("base64", reply.Headers.GetValues("Content-Transfer-Encoding").Single());
        Assert.EndsWith("\r\n", body, StringComparison.Ordinal);
        Assert.All(body.Split("\r\n"), line => Assert.InRange(line.Length, 0, 76));
        using X509Certificate2 certificate = await reply.CertificateAsync();
        using X509Certificate2 written = X509CertificateLoader.LoadCertificateFromFile(fixture.Sandbox.ClientCaPath);
        Assert.Equal(written.RawData, certificate.RawData);
    }

    [Fact]
    public async Task Csrattrs_names_client_authentication_and_no_kind_of_key_unless_told_to()
    {
        using HttpResponseMessage reply = await _client.GetAsync("csrattrs");
        Assert.Equal("application/csrattrs", reply.Content.Headers.ContentType!.ToString());
        byte[] der = Convert.FromBase64String(await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        AsnReader attributes = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
        AsnReader extensions = attributes.ReadSequence();
        Assert.Equal("1.2.840.113549.1.9.14", extensions.ReadObjectIdentifier());
        AsnReader extension = extensions.ReadSetOf().ReadSequence().ReadSequence();
        Assert.Equal("2.5.29.37", extension.ReadObjectIdentifier());
        Assert.Equal("1.3.6.1.5.5.7.3.2", new AsnReader(extension.ReadOctetString(), AsnEncodingRules.DER).ReadSequence().ReadObjectIdentifier());
        Assert.False(attributes.HasData);
    }

    [Fact]
    public async Task What_is_not_offered_is_not_found_and_another_method_is_not_allowed()
    {
        using var elsewhere = new EstClient(fixture.Sandbox, label: "other");
        using HttpResponseMessage otherLabel = await elsewhere.GetAsync("cacerts");
        using HttpResponseMessage otherOperation = await _client.GetAsync("fullcmc");
        using HttpResponseMessage otherMethod = await _client.GetAsync("simpleenroll");
        Assert.Equal(HttpStatusCode.NotFound, otherLabel.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, otherOperation.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, otherMethod.StatusCode);
    }

    [Fact]
    public void The_server_certificate_names_this_machine_and_is_valid_for_at_most_397_days()
    {
        using X509Certificate2 server = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(fixture.Sandbox.DataDirectory, "tls-server.pem"));
        Assert.True(server.MatchesHostname("localhost"));
        Assert.True(server.MatchesHostname("127.0.0.1"));
        Assert.True(server.MatchesHostname("::1"));
        Assert.True(server.NotAfter - server.NotBefore <= TimeSpan.FromDays(397));
        Assert.True(server.NotBefore <= DateTime.Now);
    }
}
