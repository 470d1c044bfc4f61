using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment;
using NaccsCert.Services;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport;
using NaccsCert.Validation.Installed;
using Xunit;

namespace NaccsCert.Tests.Enrollment;

public sealed class EnrollmentTests(SandboxFixture fixture)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Three_codes_become_a_certificate_that_signs()
    {
        using var user = new ScratchUser();
        CodeSet codes = fixture.TakeCodes();

        EnrollmentResult result = await user.EnrollAsync(fixture.Definition, codes, Token);

        Assert.Equal(EnrollmentStatus.Enrolled, result.Status);
        Assert.Equal(codes.Terminal, result.Terminal);
        Assert.Equal(RootCAStatus.Installed, result.RootCA);
        StoredCertificate certificate = Assert.Single(user.Certificates(fixture.Definition));
        Assert.Equal(result.Thumbprint, certificate.Record.Thumbprint);
        Assert.Equal(CertificateStatus.RenewalDue, certificate.Record.Status);
        Assert.Equal("RSA 2048", certificate.Record.KeyAlgorithm);
        Assert.Empty(user.Journal.Read());
    }

    [Theory]
    [InlineData(KeyAlgorithm.Rsa3072, "RSA 3072")]
    [InlineData(KeyAlgorithm.Rsa4096, "RSA 4096")]
    [InlineData(KeyAlgorithm.EcdsaP256, "ECDSA P-256")]
    [InlineData(KeyAlgorithm.EcdsaP384, "ECDSA P-384")]
    public async Task The_key_is_of_the_kind_that_was_chosen_and_renewal_keeps_it(KeyAlgorithm algorithm, string shown)
    {
        using var user = new ScratchUser();
        await user.EnrollAsync(
            fixture.Definition, fixture.TakeCodes(), Token, new EnrollmentOptions { KeyAlgorithm = algorithm });
        using StoredCertificate first = Assert.Single(user.Certificates(fixture.Definition));

        await user.RenewAsync(fixture.Definition, first.Handle, Token);

        IReadOnlyList<StoredCertificate> both = user.Certificates(fixture.Definition);
        Assert.Equal([shown, shown], both.Select(certificate => certificate.Record.KeyAlgorithm));
    }

    [Theory]
    [InlineData("Rsa3072", "RSA 3072")]
    [InlineData("P384", "ECDSA P-384")]
    public async Task What_the_service_wants_decides_where_the_user_does_not(string wanted, string shown)
    {
        await using SandboxProcess sandbox =
            await SandboxProcess.StartAsync(new SandboxOptions { WantedKey = wanted, Validity = "P20D" }, Token);
        ServiceDefinition definition = new ServiceDefinitionSource([]).Load(sandbox.ServiceDefinitionPath);
        using var user = new ScratchUser();

        await user.EnrollAsync(definition, sandbox.Codes[0], Token);
        await user.EnrollAsync(
            definition, sandbox.Codes[1], Token, new EnrollmentOptions { KeyAlgorithm = KeyAlgorithm.EcdsaP256 });

        Assert.Equal(
            [shown, "ECDSA P-256"],
            user.Certificates(definition).OrderBy(certificate => certificate.Record.Terminal)
                .Select(certificate => certificate.Record.KeyAlgorithm));
    }

    [Fact]
    public async Task Renewal_keeps_the_old_certificate_and_shows_it_as_superseded()
    {
        using var user = new ScratchUser();
        EnrollmentResult enrolled = await user.EnrollAsync(fixture.Definition, fixture.TakeCodes(), Token);
        using StoredCertificate old = Assert.Single(user.Certificates(fixture.Definition));

        EnrollmentResult renewed = await user.RenewAsync(fixture.Definition, old.Handle, Token);

        Assert.Equal(EnrollmentStatus.Renewed, renewed.Status);
        Assert.Equal(enrolled.Thumbprint, renewed.PreviousThumbprint);
        Assert.Equal(enrolled.Terminal, renewed.Terminal);
        Assert.Equal(
            [(renewed.Thumbprint!, CertificateStatus.RenewalDue), (enrolled.Thumbprint!, CertificateStatus.Superseded)],
            user.Certificates(fixture.Definition).Select(certificate => (certificate.Record.Thumbprint, certificate.Record.Status)));
        Assert.Empty(user.Journal.Read());
    }

    [Fact]
    public async Task Wrong_codes_are_refused_and_leave_nothing_behind()
    {
        using var user = new ScratchUser();
        CodeSet codes = fixture.TakeCodes() with { Code3 = "WRONG" };

        NaccsException refused = await Assert.ThrowsAsync<NaccsException>(() => user.EnrollAsync(fixture.Definition, codes, Token));

        Assert.Equal(ErrorId.CodesRefused, refused.ErrorId);
        Assert.NotEmpty(refused.RecommendedAction);
        Assert.Empty(user.Certificates(fixture.Definition));
        Assert.Empty(user.Journal.Read());
    }

    [Fact]
    public async Task Codes_may_be_pasted_with_blanks_and_in_full_width()
    {
        using var user = new ScratchUser();
        CodeSet codes = fixture.TakeCodes();
        CodeSet pasted = codes with
        {
            Code1 = "  " + codes.Code1 + "\t",
            Code2 = string.Concat(codes.Code2.Select(character => (char)(character + 0xFEE0))),
            Code3 = "　\u200B " + codes.Code3 + "\uFEFF",
        };

        EnrollmentResult result = await user.EnrollAsync(fixture.Definition, pasted, Token);

        Assert.Equal(codes.Terminal, result.Terminal);
    }

    [Fact]
    public void A_code_that_is_no_Unicode_text_is_refused_like_any_other()
    {
        NaccsException refused = Assert.Throws<NaccsException>(() =>
            new AuthenticationCodes(SecureText.Of("A"), SecureText.Of("B"), SecureText.Of("C\uD800")));

        Assert.Equal(ErrorId.CodeInvalid, refused.ErrorId);
        Assert.Equal("AuthCode3", refused.Target);
    }

    [Theory]
    [InlineData(" \t  ")]
    [InlineData("AB CD")]
    [InlineData("漢字")]
    public void A_code_that_cannot_be_one_is_refused_before_anything_is_sent(string code)
    {
        NaccsException refused = Assert.Throws<NaccsException>(() =>
            new AuthenticationCodes(SecureText.Of("A"), SecureText.Of(code), SecureText.Of("C")));

        Assert.Equal(ErrorId.CodeInvalid, refused.ErrorId);
        Assert.Equal("AuthCode2", refused.Target);
        Assert.DoesNotContain(code, refused.ToString(), System.StringComparison.Ordinal);
    }
}
