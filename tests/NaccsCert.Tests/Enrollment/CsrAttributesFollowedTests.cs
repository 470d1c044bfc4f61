using System;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Services;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.Servers;
using NaccsCert.Transport;
using NaccsCert.Validation.Installed;
using Xunit;

namespace NaccsCert.Tests.Enrollment;

/// <summary>What a service wants in a request (RFC 7030, section 4.5; RFC 9908) is in the request that it gets.</summary>
public sealed class CsrAttributesFollowedTests
{
    // A subjectAltName of the DNS name "given", as extensionRequest.
    private const string AlternativeName = "MCMwIQYJKoZIhvcNAQkOMRQwEjAQBgNVHREECTAHggVnaXZlbg==";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("RequestTemplate", "P384", "ECDSA P-384")]
    [InlineData("ExtensionTemplate", "Rsa3072", "RSA 3072")]
    public async Task A_template_decides_about_subject_key_and_extensions(string rule, string wanted, string shown)
    {
        await using SandboxProcess sandbox = await SandboxProcess.StartAsync(
            new SandboxOptions { Validity = "P20D", WantedKey = wanted, Behavior = ["--csr-attributes", rule] }, Token);
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        byte[] template = await CsrAttributesOfAsync(sandbox, user);
        service.Answer("csrattrs", _ => new Reply(200, template));

        await user.EnrollAsync(service.Define(), Outcomes.AnyCodes, Token);
        CertificateRequest first = RequestIn(service, "simpleenroll");
        using StoredCertificate current = Assert.Single(user.Certificates(service.Define()));
        await user.RenewAsync(service.Define(), current.Handle, Token);
        CertificateRequest renewal = RequestIn(service, "simplereenroll");

        Assert.Equal("CN=NaccsCert, O=NaccsCert Sandbox", first.SubjectName.Name);
        Assert.Equal(["2.5.29.37"], first.CertificateExtensions.Select(extension => extension.Oid!.Value));
        Assert.Equal(shown, current.Record.KeyAlgorithm);
        Assert.Equal(current.Handle.Subject, renewal.SubjectName.Name);
    }

    [Fact]
    public async Task An_alternative_name_is_taken_from_the_service_first_and_from_the_certificate_then()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer("csrattrs", _ => Reply.Text(200, AlternativeName));

        await user.EnrollAsync(service.Define(), Token);
        using StoredCertificate current = Assert.Single(user.Certificates(service.Define()));
        await user.RenewAsync(service.Define(), current.Handle, Token);

        Assert.Equal(["2.5.29.17"], RequestIn(service, "simpleenroll").CertificateExtensions.Select(extension => extension.Oid!.Value));
        Assert.Empty(RequestIn(service, "simplereenroll").CertificateExtensions);
    }

    [Theory]
    [InlineData(KeyAlgorithm.Rsa3072, "RSA 3072")]
    [InlineData(KeyAlgorithm.EcdsaP384, "RSA 2048")]
    public async Task A_renewal_stays_with_its_kind_of_key_where_the_service_leaves_the_choice(KeyAlgorithm current, string renewed)
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        await user.EnrollAsync(
            service.Define(), Outcomes.AnyCodes, Token, new NaccsCert.Enrollment.EnrollmentOptions { KeyAlgorithm = current });
        using StoredCertificate first = Assert.Single(user.Certificates(service.Define()));

        // rsaEncryption, of any size.
        service.Answer("csrattrs", _ => Reply.Text(200, "MA8wDQYJKoZIhvcNAQEBMQA="));
        string thumbprint = (await user.RenewAsync(service.Define(), first.Handle, Token)).Thumbprint!;

        Assert.Equal(renewed, user.Certificates(service.Define()).Single(each => each.Record.Thumbprint == thumbprint).Record.KeyAlgorithm);
    }

    private static async Task<byte[]> CsrAttributesOfAsync(SandboxProcess sandbox, ScratchUser user)
    {
        ServiceDefinition definition = new ServiceDefinitionSource([]).Load(sandbox.ServiceDefinitionPath);
        using PinnedHttpClient client = user.Environment.HttpClients.Create(definition.ServerAnchors, definition.Network);
        return (await client.GetAsync(new Uri(definition.Enrollment.Url.AbsoluteUri + "/csrattrs"), Token)).Body;
    }

    private static CertificateRequest RequestIn(FakeEstServer service, string operation) => CertificateRequest.LoadSigningRequest(
        Convert.FromBase64String(Encoding.ASCII.GetString(service.RequestsFor(operation)[^1].Body)),
        HashAlgorithmName.SHA256,
        CertificateRequestLoadOptions.UnsafeLoadCertificateExtensions,
        RSASignaturePadding.Pkcs1);
}
