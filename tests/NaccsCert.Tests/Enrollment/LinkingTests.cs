using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Services;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.Servers;
using NaccsCert.Validation.Installed;
using Xunit;

namespace NaccsCert.Tests.Enrollment;

/// <summary>Services that want a challengePassword: to link the request to the TLS session, or as a secret of both sides.</summary>
public sealed class LinkingTests
{
    // The object identifier of challengePassword alone.
    private const string ChallengePassword = "MAsGCSqGSIb3DQEJBw==";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_that_wants_linking_is_told_of_before_anything_is_sent()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer("csrattrs", _ => Reply.Text(200, ChallengePassword));

        NaccsException error = await user.FailAsync(service.Define(), ErrorId.LinkingRequired, Token);

        user.AssertNothingLeft(error);
        Assert.Empty(service.RequestsFor("simpleenroll"));
    }

    [Fact]
    public async Task A_rehearsal_tells_it_too()
    {
        await using SandboxProcess sandbox = await StartAsync("Link");
        using var user = new ScratchUser();

        NaccsException error = await Assert.ThrowsAsync<NaccsException>(() =>
            ServiceOffer.AskAsync(
                Load(sandbox), user.Environment.HttpClients, keyAlgorithm: null, current: null, new EventList(), Token));

        Assert.Equal(ErrorId.LinkingRequired, error.ErrorId);
    }

    [Fact]
    public async Task A_renewal_that_would_have_to_be_linked_is_not_sent_and_leaves_the_current_certificate_alone()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        await user.EnrollAsync(service.Define(), Token);
        using StoredCertificate current = Assert.Single(user.Certificates(service.Define()));
        service.Answer("csrattrs", _ => Reply.Text(200, ChallengePassword));

        NaccsException error = await Assert.ThrowsAsync<NaccsException>(() => user.RenewAsync(service.Define(), current.Handle, Token));

        Assert.Equal(ErrorId.LinkingRequired, error.ErrorId);
        user.AssertNothingLeft(error);
        Assert.Empty(service.RequestsFor("simplereenroll"));
        Assert.Single(user.Certificates(service.Define()));
    }

    [Theory]
    [InlineData(KeyAlgorithm.Rsa2048)]
    [InlineData(KeyAlgorithm.EcdsaP256)]
    public async Task A_shared_secret_of_the_codes_goes_into_the_request_and_never_onto_the_disk(KeyAlgorithm algorithm)
    {
        await using SandboxProcess sandbox = await StartAsync("Verify", "--fail-first", "1", "--fail-status", "503");
        ServiceDefinition definition = Load(sandbox);
        using var user = new ScratchUser();
        var options = new EnrollmentOptions { KeyAlgorithm = algorithm };
        NaccsException fault = await Assert.ThrowsAsync<NaccsException>(() => user.EnrollAsync(definition, sandbox.Codes[0], Token, options));
        Assert.Equal(ErrorId.ServiceUnavailable, fault.ErrorId);

        JournalEntry entry = Assert.Single(user.Journal.Read());
        string kept = string.Concat(
            Directory.GetFiles(user.JournalFolder, "*", SearchOption.AllDirectories).Select(File.ReadAllText)
                .Append(Encoding.Latin1.GetString(entry.CertificationRequest)));
        Assert.All(
            [sandbox.Codes[0].Code1, sandbox.Codes[0].Code2, sandbox.Codes[0].Code3],
            code => Assert.DoesNotContain(code, kept, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(EnrollmentStatus.Enrolled, (await user.EnrollAsync(definition, sandbox.Codes[0], Token, options)).Status);
        using StoredCertificate current = Assert.Single(user.Certificates(definition));
        Assert.Equal(EnrollmentStatus.Renewed, (await user.RenewAsync(definition, current.Handle, Token)).Status);
    }

    [Fact]
    public async Task Without_the_template_of_the_secret_such_a_service_refuses()
    {
        await using SandboxProcess sandbox = await StartAsync("Verify");
        using var user = new ScratchUser();
        ServiceDefinition without = Load(sandbox);
        without = without with { Enrollment = without.Enrollment with { ChallengePasswordTemplate = null } };

        NaccsException error = await Assert.ThrowsAsync<NaccsException>(() => user.EnrollAsync(without, sandbox.Codes[0], Token));

        Assert.Equal(ErrorId.RequestRefused, error.ErrorId);
    }

    [Fact]
    public async Task A_service_that_repeats_the_request_does_not_bring_the_secret_into_the_error()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        ServiceDefinition definition = service.Describe()
            .With(json => json["enrollment"]!["challengePassword"] = "{code1}{code2}{code3}").Build();
        service.Answer("simpleenroll", request => Reply.Text(400, "refused: " + Encoding.ASCII.GetString(request.Body)));

        NaccsException error = await user.FailAsync(definition, ErrorId.RequestRefused, Token);

        string secret = Encoding.ASCII.GetString(service.RequestsFor("simpleenroll").Single().Body);
        Assert.Contains("refused: ***", error.Message, StringComparison.Ordinal);
        Assert.All(secret.Split("\r\n", StringSplitOptions.RemoveEmptyEntries), line => Assert.DoesNotContain(line, error.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_401_is_a_refusal_of_codes_where_the_request_held_them()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        ServiceDefinition definition = service.Describe().With(json => json["enrollment"]!["challengePassword"] = "{code1}").Build();
        service.Answer("simpleenroll", _ => Reply.Challenge("Digest realm=\"x\", nonce=\"y\""));

        user.AssertNothingLeft(await user.FailAsync(definition, ErrorId.CodesRefused, Token));
    }

    [Fact]
    public async Task Where_the_definition_has_the_secret_csrattrs_may_ask_for_it()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer("csrattrs", _ => Reply.Text(200, ChallengePassword));
        ServiceDefinition definition = service.Describe().With(json => json["enrollment"]!["challengePassword"] = "{code1}").Build();

        Assert.Equal(EnrollmentStatus.Enrolled, (await user.EnrollAsync(definition, Token)).Status);
    }

    private static Task<SandboxProcess> StartAsync(string rule, params string[] others) => SandboxProcess.StartAsync(
        new SandboxOptions { Validity = "P20D", Behavior = ["--challenge-password", rule, .. others] }, Token);

    private static ServiceDefinition Load(SandboxProcess sandbox) => new ServiceDefinitionSource([]).Load(sandbox.ServiceDefinitionPath);
}
