using System;
using System.Linq;
using System.Net.Security;
using System.Security.Authentication;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using NaccsCert.Services;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport.Certificates;
using NaccsCert.TestSupport.Servers;
using NaccsCert.Validation.SignIn;
using Xunit;

namespace NaccsCert.Tests.SignIn;

/// <summary>What a site makes of a client certificate, told apart; the alerts of nginx, Apache and OpenSSL are those of a harness.</summary>
[InEnglish]
public sealed class SignInTests : IDisposable
{
    private readonly SignInScene _scene = new();

    public static TheoryData<SslProtocols> Versions => [SslProtocols.Tls12, SslProtocols.Tls13];

    public void Dispose() => _scene.Dispose();

    // Before TLS 1.3 such a site ends every handshake without a certificate, so it has to be known in the middle of the first one.
    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_site_that_needs_a_certificate_accepts_it_and_is_sent_nothing_but_a_question_for_the_page(SslProtocols version)
    {
        string? shown = null;

        Check check = await _scene.SignInAsync(tls =>
        {
            Require(tls, version);
            tls.ClientCertificateValidation = (certificate, _, _) =>
            {
                shown = certificate.Thumbprint;
                return true;
            };
        });

        Assert.Equal((CheckStatus.Passed, null, "SignIn", "127.0.0.1"), (check.Status, check.Error, check.Name, check.HostName));
        Assert.Contains("HTTP 200", check.Detail, StringComparison.Ordinal);
        Assert.Equal(_scene.Certificate.Thumbprint, shown);
        Assert.Equal(["HEAD " + SignInScene.Path], _scene.Requests);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_site_that_closes_the_connection_has_refused_it(SslProtocols version)
    {
        Check check = await _scene.SignInAsync(tls =>
        {
            Require(tls, version);
            tls.ClientCertificateValidation = (_, _, _) => false;
        });

        AssertFailed(ErrorId.ClientCertificateRefused, check);
        Assert.NotNull(check.Advice);
        Assert.Empty(_scene.Requests);
    }

    [Fact]
    public async Task A_site_that_does_not_ask_is_a_warning()
    {
        Check check = await _scene.SignInAsync(tls => tls.ClientCertificateMode = ClientCertificateMode.NoCertificate);

        Assert.Equal((CheckStatus.Warning, ErrorId.ClientCertificateNotRequested), (check.Status, check.Error));
    }

    [Theory]
    [InlineData(200, CheckStatus.Warning)]
    [InlineData(403, CheckStatus.Failed)]
    public async Task A_site_that_names_other_issuers_is_told_with_their_names(int status, CheckStatus expected)
    {
        using var other = new TestAuthority("Other CA");

        Check check = await _scene.SignInAsync(tls => Name(tls, other), Reply.Text(status, "x"));

        Assert.Equal((expected, ErrorId.ClientCertificateIssuerNotNamed), (check.Status, check.Error));
        Assert.Contains("CN=Other CA", check.Detail, StringComparison.Ordinal);
        Assert.Contains("CN=NACCS Client CA", check.Detail, StringComparison.Ordinal);
        Assert.Contains($"HTTP {status}", check.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_that_names_the_root_above_the_issuer_means_the_certificate_too()
    {
        using var between = new TestAuthority("Issuing CA", _scene.Authority);
        _scene.Reissue(new ClientProfile(), between);

        Check check = await _scene.SignInAsync(
            tls => Name(tls, _scene.Authority), subject: _scene.Subject(_scene.Authority.Certificate, between.Certificate));

        Assert.Equal(CheckStatus.Passed, check.Status);
    }

    [Theory]
    [InlineData(401, "x", "HTTP 401")]
    [InlineData(403, "x", "HTTP 403")]
    [InlineData(496, "x", "HTTP 496")]
    [InlineData(400, "<h1>400 The SSL certificate error</h1>", "HTTP 400 (The SSL certificate error)")]
    [InlineData(400, "<title>No required SSL certificate was sent", "HTTP 400 (No required SSL certificate was sent)")]
    public async Task A_status_that_refuses_is_told_with_the_words_of_the_site(int status, string content, string words)
    {
        Check check = await _scene.SignInAsync(tls => Require(tls, SslProtocols.Tls13), Reply.Text(status, content));

        AssertFailed(ErrorId.ClientCertificateForbidden, check);
        Assert.Contains(words, check.Detail, StringComparison.Ordinal);
        Assert.Equal(status == 400 ? ["HEAD", "GET"] : ["HEAD"], _scene.Requests.Select(request => request.Split(' ')[0]));
        Assert.All(_scene.Requests, request => Assert.EndsWith(" " + SignInScene.Path, request, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(302, CheckStatus.Passed)]
    [InlineData(404, CheckStatus.Passed)]
    [InlineData(405, CheckStatus.Passed)]
    [InlineData(400, CheckStatus.Warning)]
    [InlineData(503, CheckStatus.Warning)]
    public async Task Another_status_is_an_answer_to_the_question_and_no_refusal(int status, CheckStatus expected)
    {
        Check check = await _scene.SignInAsync(tls => Require(tls, SslProtocols.Tls13), Reply.Text(status, "x"));

        Assert.Equal((expected, null), (check.Status, check.Error));
        Assert.Contains($"HTTP {status}", check.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, false, ErrorId.ClientCertificateExpired)]
    [InlineData(false, true, ErrorId.ClientCertificateRevoked)]
    public async Task What_is_known_here_of_a_refused_certificate_is_told_as_the_reason(bool hasExpired, bool isRevoked, ErrorId expected)
    {
        SignInSubject subject = _scene.Subject() with { HasExpired = hasExpired, IsRevoked = isRevoked };

        Check refused = await _scene.SignInAsync(tls => Require(tls, SslProtocols.Tls13), Reply.Text(403, "x"), subject);
        Check accepted = await _scene.SignInAsync(tls => Require(tls, SslProtocols.Tls13), subject: subject);

        AssertFailed(expected, refused);
        Assert.Equal(CheckStatus.Passed, accepted.Status);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_device_that_inspects_sees_no_certificate_and_is_named(SslProtocols version)
    {
        using var device = ServerIdentity.Issue(TrustedRoot.Authority, "127.0.0.1");
        bool isShown = false;

        Check check = await _scene.SignInAsync(
            tls =>
            {
                Require(tls, version);
                tls.ClientCertificateValidation = (_, _, _) => isShown = true;
            },
            identity: device);

        AssertFailed(ErrorId.TlsInspectionDetected, check);
        Assert.Contains("Trusted TLS Root", check.Detail, StringComparison.Ordinal);
        Assert.False(isShown);
        Assert.Empty(_scene.Requests);
    }

    [Fact]
    public async Task A_device_that_the_definition_allows_to_inspect_is_no_site_that_accepts()
    {
        using var device = ServerIdentity.Issue(TrustedRoot.Authority, "127.0.0.1");

        Check check = await _scene.SignInAsync(
            tls => tls.ClientCertificateMode = ClientCertificateMode.NoCertificate,
            definition: builder => builder.Json["network"] = new JsonObject { ["tlsInspection"] = "allow" },
            identity: device);

        AssertFailed(ErrorId.TlsInspectionDetected, check);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_stranger_that_needs_a_certificate_sees_none(SslProtocols version)
    {
        using var stranger = new TestAuthority("Stranger");
        using var identity = ServerIdentity.Issue(stranger, "127.0.0.1");
        bool isShown = false;

        Check check = await _scene.SignInAsync(
            tls =>
            {
                Require(tls, version);
                tls.ClientCertificateValidation = (_, _, _) => isShown = true;
            },
            identity: identity);

        AssertFailed(ErrorId.ServerNotTrusted, check);
        Assert.False(isShown);
    }

    [Fact]
    public async Task A_site_of_another_name_sees_none()
    {
        using var identity = ServerIdentity.Issue(_scene.ServerRoot, "elsewhere.naccscert.invalid");
        bool isShown = false;

        Check check = await _scene.SignInAsync(
            tls =>
            {
                Require(tls, SslProtocols.Tls12);
                tls.ClientCertificateValidation = (_, _, _) => isShown = true;
            },
            identity: identity);

        AssertFailed(ErrorId.ServerNotTrusted, check);
        Assert.False(isShown);
    }

    [Fact]
    public async Task Hosts_that_take_no_certificate_are_left_alone()
    {
        ServiceDefinition definition = new DefinitionBuilder(new Uri("https://nowhere.naccscert.invalid"))
            .Pin("server", _scene.ServerRoot.Certificate).Build();

        Assert.Equal(CheckStatus.Skipped, Assert.Single(await _scene.SignInAsync(definition)).Status);
    }

    private static void Require(HttpsConnectionAdapterOptions tls, SslProtocols version)
    {
        tls.SslProtocols = version;
        tls.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
    }

    private static void Name(HttpsConnectionAdapterOptions tls, TestAuthority authority) => tls.OnAuthenticate = (_, options) =>
    {
        var trust = SslCertificateTrust.CreateForX509Collection([authority.Certificate], sendTrustInHandshake: true);
        options.ServerCertificateContext =
            SslStreamCertificateContext.Create(tls.ServerCertificate!, tls.ServerCertificateChain, offline: true, trust);
        options.ServerCertificate = null;
    };

    private static void AssertFailed(ErrorId expected, Check check) =>
        Assert.Equal((CheckStatus.Failed, expected), (check.Status, check.Error));
}
