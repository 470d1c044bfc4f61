using System;
using System.Formats.Asn1;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace NaccsCert.Sandbox.Tests;

/// <summary>The OCSP responder. That its answers are what other tools take, those tools say.</summary>
public sealed class OcspTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    private const string RequestType = "application/ocsp-request";
    private const int Good = 0;
    private const int Revoked = 1;
    private const int Unknown = 2;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_certificate_names_the_responder_which_calls_it_good_until_it_is_revoked()
    {
        using Identity identity = await Identity.EnrollAsync(fixture.Sandbox, fixture.NextCodes());
        var access = Assert.Single(identity.Certificate.Extensions.OfType<X509AuthorityInformationAccessExtension>());
        Assert.Equal([new Uri(fixture.Sandbox.Url, "/ocsp").AbsoluteUri], access.EnumerateOcspUris());
        byte[] question = Question(identity.Certificate.SerialNumberBytes.Span, HashAlgorithmName.SHA1);

        Assert.Equal(Good, StateIn(await AskAsync(question)));
        await fixture.Sandbox.RevokeAsync(identity.Certificate.SerialNumber, Token);
        Assert.Equal(Revoked, StateIn(await AskAsync(question)));
    }

    [Fact]
    public async Task It_knows_a_certificate_by_SHA_256_too()
    {
        using Identity identity = await Identity.EnrollAsync(fixture.Sandbox, fixture.NextCodes());
        byte[] question = Question(identity.Certificate.SerialNumberBytes.Span, HashAlgorithmName.SHA256);
        Assert.Equal(Good, StateIn(await AskAsync(question)));
    }

    [Fact]
    public async Task A_serial_number_that_was_never_issued_is_unknown() =>
        Assert.Equal(Unknown, StateIn(await AskAsync(Question([0x42], HashAlgorithmName.SHA1))));

    [Fact]
    public async Task What_is_no_request_is_called_malformed() =>
        Assert.Equal([0x30, 0x03, 0x0A, 0x01, 0x01], await AskAsync([0x30, 0x00]));

    [Fact]
    public async Task A_path_that_is_no_base64_is_called_malformed()
    {
        using var client = new EstClient(fixture.Sandbox);
        using HttpResponseMessage reply = await client.GetAsync("/ocsp/no.base64");
        Assert.Equal([0x30, 0x03, 0x0A, 0x01, 0x01], await reply.Content.ReadAsByteArrayAsync(Token));
    }

    [Fact]
    public async Task A_body_of_another_type_is_refused()
    {
        using var client = new EstClient(fixture.Sandbox);
        using HttpResponseMessage reply = await client.SendAsync("/ocsp", null, new ByteArrayContent([0x30, 0x00]), "text/plain");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, reply.StatusCode);
    }

    private async Task<byte[]> AskAsync(byte[] question)
    {
        using var client = new EstClient(fixture.Sandbox);
        using HttpResponseMessage reply = await client.SendAsync("/ocsp", null, new ByteArrayContent(question), RequestType);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(new MediaTypeHeaderValue("application/ocsp-response"), reply.Content.Headers.ContentType);
        return await reply.Content.ReadAsByteArrayAsync(Token);
    }

    // RFC 6960 section 4.1.1.
    private byte[] Question(ReadOnlySpan<byte> serial, HashAlgorithmName hash)
    {
        using X509Certificate2 issuer = X509CertificateLoader.LoadCertificateFromFile(fixture.Sandbox.ClientCaPath);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(CryptoConfig.MapNameToOID(hash.Name!)!);
            }

            writer.WriteOctetString(CryptographicOperations.HashData(hash, issuer.SubjectName.RawData));
            writer.WriteOctetString(CryptographicOperations.HashData(hash, issuer.PublicKey.EncodedKeyValue.RawData));
            writer.WriteInteger(serial);
        }

        return writer.Encode();
    }

    // RFC 6960 section 4.2.1: the tag of the one CertStatus.
    private static int StateIn(byte[] response)
    {
        AsnReader outer = new AsnReader(response, AsnEncodingRules.DER).ReadSequence();
        outer.ReadEnumeratedBytes();
        AsnReader bytes = outer.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence();
        Assert.Equal("1.3.6.1.5.5.7.48.1.1", bytes.ReadObjectIdentifier());
        AsnReader data = new AsnReader(bytes.ReadOctetString(), AsnEncodingRules.DER).ReadSequence().ReadSequence();
        data.ReadEncodedValue();
        data.ReadGeneralizedTime();
        AsnReader single = data.ReadSequence().ReadSequence();
        single.ReadEncodedValue();
        return single.PeekTag().TagValue;
    }
}
