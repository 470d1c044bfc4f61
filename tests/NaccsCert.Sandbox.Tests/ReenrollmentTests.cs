using System;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using Xunit;

namespace NaccsCert.Sandbox.Tests;

public sealed class ReenrollmentTests(RenewableFixture fixture) : IClassFixture<RenewableFixture>, IDisposable
{
    private readonly ECDsa _newKey = Requests.NewKey();

    public void Dispose() => _newKey.Dispose();

    [Fact]
    public async Task A_current_certificate_gets_a_successor_with_the_same_subject_and_the_new_key()
    {
        using Identity current = await Identity.EnrollAsync(fixture.Sandbox, fixture.NextCodes());
        using X509Certificate2 renewed = await RenewAsync(current, _newKey);
        Assert.Equal(current.Certificate.SubjectName.RawData, renewed.SubjectName.RawData);
        Assert.Equal(_newKey.ExportSubjectPublicKeyInfo(), renewed.PublicKey.ExportSubjectPublicKeyInfo());
        Assert.NotEqual(current.Certificate.SerialNumber, renewed.SerialNumber);
    }

    [Fact]
    public async Task A_successor_can_be_renewed_in_its_turn()
    {
        using Identity current = await Identity.EnrollAsync(fixture.Sandbox, fixture.NextCodes());
        using var next = new Identity(await RenewAsync(current, _newKey), _newKey);
        using ECDsa third = Requests.NewKey();
        using X509Certificate2 renewed = await RenewAsync(next, third);
        Assert.Equal(third.ExportSubjectPublicKeyInfo(), renewed.PublicKey.ExportSubjectPublicKeyInfo());
    }

    [Fact]
    public async Task The_same_new_key_sent_again_gets_the_same_certificate_back()
    {
        using Identity current = await Identity.EnrollAsync(fixture.Sandbox, fixture.NextCodes());
        using X509Certificate2 first = await RenewAsync(current, _newKey);
        using X509Certificate2 second = await RenewAsync(current, _newKey);
        Assert.Equal(first.RawData, second.RawData);
    }

    [Fact]
    public async Task A_renewed_certificate_gets_no_second_successor()
    {
        using Identity current = await Identity.EnrollAsync(fixture.Sandbox, fixture.NextCodes());
        using X509Certificate2 first = await RenewAsync(current, _newKey);
        using ECDsa other = Requests.NewKey();
        await AssertForbiddenAsync("the client certificate has been renewed already, with another key", current.RenewAsync(fixture.Sandbox, Requests.For(other, current.Subject)));
    }

    [Fact]
    public async Task Without_a_client_certificate_there_is_no_renewal()
    {
        using var client = new EstClient(fixture.Sandbox);
        await AssertForbiddenAsync("client certificate required", client.ReenrollAsync(Requests.For(_newKey)));
    }

    [Fact]
    public async Task A_certificate_of_another_authority_is_refused_even_if_it_looks_the_same()
    {
        using Identity current = await Identity.EnrollAsync(fixture.Sandbox, fixture.NextCodes());
        using ECDsa key = Requests.NewKey();
        var lookalike = new CertificateRequest(current.Subject, key, HashAlgorithmName.SHA256);
        using X509Certificate2 forged = lookalike.Create(
            current.Certificate.IssuerName, X509SignatureGenerator.CreateForECDsa(key), current.Certificate.NotBefore, current.Certificate.NotAfter, current.Certificate.SerialNumberBytes.Span);
        using var forger = new Identity(forged.CopyWithPrivateKey(key), null);
        await AssertForbiddenAsync("the client certificate was not issued by this service", forger.RenewAsync(fixture.Sandbox, Requests.For(_newKey, forger.Subject)));
    }

    [Fact]
    public async Task Another_subject_or_alternative_name_is_refused()
    {
        using Identity current = await Identity.EnrollAsync(fixture.Sandbox, fixture.NextCodes());
        await AssertForbiddenAsync("the subject differs from that of the client certificate", current.RenewAsync(fixture.Sandbox, Requests.For(_newKey, "CN=somebody else")));

        var named = new CertificateRequest(current.Subject, _newKey, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("somebody.example");
        named.CertificateExtensions.Add(names.Build());
        await AssertForbiddenAsync("the subject alternative name differs from that of the client certificate", current.RenewAsync(fixture.Sandbox, named.CreateSigningRequest()));
    }

    [Fact]
    public async Task The_same_subject_in_other_string_types_is_accepted()
    {
        using Identity current = await Identity.EnrollAsync(fixture.Sandbox, fixture.NextCodes());
        var printable = new X500DistinguishedName(current.Subject.Name, X500DistinguishedNameFlags.Reversed);
        Assert.NotEqual(current.Subject.RawData, printable.RawData);
        using HttpResponseMessage reply = await current.RenewAsync(fixture.Sandbox, Requests.For(_newKey, printable));
        using X509Certificate2 renewed = await reply.CertificateAsync();
        Assert.Equal(current.Subject.RawData, renewed.SubjectName.RawData);
    }

    [Fact]
    public async Task The_old_key_is_refused()
    {
        using Identity current = await Identity.EnrollAsync(fixture.Sandbox, fixture.NextCodes());
        await AssertForbiddenAsync("the key is not new; every renewal needs a new key", current.RenewAsync(fixture.Sandbox, Requests.For(current.Key!, current.Subject)));
    }

    [Fact]
    public async Task A_certificate_revoked_while_the_service_runs_is_refused_at_once()
    {
        using Identity current = await Identity.EnrollAsync(fixture.Sandbox, fixture.NextCodes());
        await fixture.Sandbox.RevokeAsync(current.Certificate.SerialNumber, TestContext.Current.CancellationToken);
        await AssertForbiddenAsync("the client certificate is revoked", current.RenewAsync(fixture.Sandbox, Requests.For(_newKey, current.Subject)));
    }

    private async Task<X509Certificate2> RenewAsync(Identity current, ECDsa newKey)
    {
        using HttpResponseMessage reply = await current.RenewAsync(fixture.Sandbox, Requests.For(newKey, current.Subject));
        return await reply.CertificateAsync();
    }

    private static async Task AssertForbiddenAsync(string reason, Task<HttpResponseMessage> request)
    {
        using HttpResponseMessage reply = await request;
        Assert.Equal(reason, await reply.TextAsync());
        Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
    }
}
