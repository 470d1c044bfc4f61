using System;
using System.Formats.Asn1;
using System.Linq;
using System.Net.Http;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace NaccsCert.Sandbox.Tests;

public sealed class RevocationTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task The_certificate_names_the_revocation_list_and_the_list_names_it_once_it_is_revoked()
    {
        using Identity identity = await Identity.EnrollAsync(fixture.Sandbox, fixture.NextCodes());
        var url = new Uri(fixture.Sandbox.Url, "/crl/client-ca.crl");
        X509Extension distributionPoint = identity.Certificate.Extensions.Single(extension => extension.Oid!.Value == "2.5.29.31");
        Assert.Contains(url.AbsoluteUri, Encoding.ASCII.GetString(distributionPoint.RawData), StringComparison.Ordinal);

        Assert.False(await IsRevokedAsync(url, identity.Certificate));
        await fixture.Sandbox.RevokeAsync(identity.Certificate.SerialNumber, TestContext.Current.CancellationToken);
        Assert.True(await IsRevokedAsync(url, identity.Certificate));
    }

    [Fact]
    public async Task The_revocation_list_is_signed_by_the_client_authority()
    {
        byte[] list = await FetchAsync(new Uri(fixture.Sandbox.Url, "/crl/client-ca.crl"));
        AsnReader reader = new AsnReader(list, AsnEncodingRules.DER).ReadSequence();
        byte[] signed = reader.ReadEncodedValue().ToArray();
        reader.ReadSequence();
        byte[] signature = reader.ReadBitString(out _);
        using X509Certificate2 authority = X509CertificateLoader.LoadCertificateFromFile(fixture.Sandbox.ClientCaPath);
        Assert.True(authority.GetRSAPublicKey()!.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    private async Task<bool> IsRevokedAsync(Uri url, X509Certificate2 certificate) =>
        CertificateRevocationListBuilder.Load(await FetchAsync(url), out _).RemoveEntry(certificate.SerialNumberBytes.Span);

    private async Task<byte[]> FetchAsync(Uri url)
    {
        using var client = new EstClient(fixture.Sandbox);
        using HttpResponseMessage reply = await client.GetAsync(url.AbsolutePath);
        Assert.Equal("application/pkix-crl", reply.Content.Headers.ContentType!.MediaType);
        return await reply.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}
