using System;
using System.Formats.Asn1;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Sandbox.Tests.Behavior;

public sealed class CsrAttributesTests
{
    private const string InfoTemplate = "1.2.840.113549.1.9.16.2.61";

    private static readonly Asn1Tag PublicKeyInfo = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag Attributes = new(TagClass.ContextSpecific, 1, isConstructed: true);

    [Theory]
    [InlineData("NotFound", HttpStatusCode.NotFound)]
    [InlineData("NoContent", HttpStatusCode.NoContent)]
    [InlineData("Forbidden", HttpStatusCode.Forbidden)]
    [InlineData("ServerError", HttpStatusCode.InternalServerError)]
    [InlineData("Unavailable", HttpStatusCode.ServiceUnavailable)]
    public async Task They_can_be_refused_while_certificates_are_issued(string rule, HttpStatusCode status)
    {
        await using SandboxProcess sandbox = await Misbehaving.StartAsync($"--csr-attributes {rule}");
        using var client = new EstClient(sandbox);
        using HttpResponseMessage reply = await client.GetAsync("csrattrs");
        Assert.Equal(status, reply.StatusCode);
        Assert.Equal(status == HttpStatusCode.ServiceUnavailable, reply.Headers.RetryAfter is not null);
        using HttpResponseMessage issued = await sandbox.EnrollAsync();
        Assert.Equal(HttpStatusCode.OK, issued.StatusCode);
    }

    [Theory]
    [InlineData("EmptySequence", "MAA=\r\n")]
    [InlineData("EmptyBody", "")]
    [InlineData("JunkBehind", "\r\n-- end of attributes --\r\n")]
    [InlineData("Nul", "\r\n\0")]
    [InlineData("Html", "<html><body>It works!</body></html>\n")]
    public async Task They_can_be_little_or_spoilt(string rule, string end)
    {
        await using SandboxProcess sandbox = await Misbehaving.StartAsync($"--csr-attributes {rule}");
        using var client = new EstClient(sandbox);
        using HttpResponseMessage reply = await client.GetAsync("csrattrs");
        string body = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.EndsWith(end, body, StringComparison.Ordinal);
        Assert.Equal(rule is "JunkBehind" or "Nul", body.StartsWith("MC", StringComparison.Ordinal));
    }

    [Fact]
    public async Task They_can_ask_for_a_link_to_the_tls_session()
    {
        await using SandboxProcess sandbox = await Misbehaving.StartAsync("--challenge-password Link");
        Assert.Equal("1.2.840.113549.1.9.7", (await AttributesAsync(sandbox)).ReadObjectIdentifier());
    }

    [Theory]
    [InlineData("RequestTemplate", "P384", "1.2.840.113549.1.9.14", 1)]
    [InlineData("ExtensionTemplate", "Rsa3072", "1.2.840.113549.1.9.16.2.62", 2)]
    public async Task They_can_be_a_template_beside_those_for_older_clients(string rule, string key, string extensions, int extensionCount)
    {
        await using SandboxProcess sandbox = await Misbehaving.StartAsync($"--csr-attributes {rule}", new SandboxOptions { WantedKey = key });
        AsnReader attributes = await AttributesAsync(sandbox);
        attributes.ReadSequence();
        attributes.ReadSequence();
        AsnReader attribute = attributes.ReadSequence();
        Assert.False(attributes.HasData);
        Assert.Equal(InfoTemplate, attribute.ReadObjectIdentifier());
        AsnReader template = attribute.ReadSetOf().ReadSequence();
        Assert.Equal(0, template.ReadInteger());
        AssertSubject(template.ReadSequence());
        AssertKey(template.ReadSequence(PublicKeyInfo), key);

        AsnReader wanted = template.ReadSetOf(Attributes).ReadSequence();
        Assert.False(template.HasData);
        Assert.Equal(extensions, wanted.ReadObjectIdentifier());
        AsnReader list = wanted.ReadSetOf().ReadSequence();
        Assert.Equal(extensionCount, Enumerable.Range(0, 9).TakeWhile(_ => list.HasData && list.ReadSequence().HasData).Count());
    }

    // The organization has a value, the common name none.
    private static void AssertSubject(AsnReader subject)
    {
        AsnReader organization = subject.ReadSetOf().ReadSequence();
        Assert.Equal("2.5.4.10", organization.ReadObjectIdentifier());
        Assert.Equal("NaccsCert Sandbox", organization.ReadCharacterString(UniversalTagNumber.UTF8String));
        AsnReader commonName = subject.ReadSetOf().ReadSequence();
        Assert.Equal("2.5.4.3", commonName.ReadObjectIdentifier());
        Assert.False(commonName.HasData);
        Assert.False(subject.HasData);
    }

    private static void AssertKey(AsnReader info, string key)
    {
        AsnReader algorithm = info.ReadSequence();
        if (key == "P384")
        {
            Assert.Equal("1.2.840.10045.2.1", algorithm.ReadObjectIdentifier());
            Assert.Equal("1.3.132.0.34", algorithm.ReadObjectIdentifier());
            Assert.False(info.HasData);
            return;
        }

        Assert.Equal("1.2.840.113549.1.1.1", algorithm.ReadObjectIdentifier());
        byte[] placeholder = info.ReadBitString(out _);
        Assert.Equal(3072, new AsnReader(placeholder, AsnEncodingRules.DER).ReadSequence().ReadInteger().GetBitLength());
    }

    private static async Task<AsnReader> AttributesAsync(SandboxProcess sandbox)
    {
        using var client = new EstClient(sandbox);
        using HttpResponseMessage reply = await client.GetAsync("csrattrs");
        string text = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new AsnReader(Convert.FromBase64String(text), AsnEncodingRules.DER).ReadSequence();
    }
}
