using System;
using System.Collections.Generic;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Tests.Support;
using Xunit;

namespace NaccsCert.Tests.Enrollment;

/// <summary>A certificate that is not what was asked for is not installed, and the enrollment is kept.</summary>
public sealed class RefusedAnswerTests
{
    private static readonly Dictionary<string, (ErrorId Error, Func<LyingService, byte[], Reply> Answer)> Lies = new()
    {
        ["another's public key"] = (ErrorId.AnswerKeyMismatch, (service, _) =>
            Reply.Certificates(service.Authority.IssueWithKey())),
        ["the CA certificate alone"] = (ErrorId.AnswerKeyMismatch, (service, _) =>
            Reply.Certificates(service.Authority.Certificate)),
        ["another issuer"] = (ErrorId.AnswerIssuerMismatch, (_, request) =>
            Reply.Certificates(new TestAuthority("Some Other CA").Issue(TestAuthority.KeyOf(request)))),
        ["a look-alike of the issuer"] = (ErrorId.AnswerChainInvalid, (_, request) =>
            Reply.Certificates(new TestAuthority(TestAuthority.ClientCA).Issue(TestAuthority.KeyOf(request)))),
        ["a look-alike that brings its own root"] = (ErrorId.AnswerChainInvalid, (_, request) => LookAlike(request)),
        ["a certificate that has expired"] = (ErrorId.AnswerChainInvalid, (service, request) => Issue(service, request, new ClientProfile
        {
            NotBefore = DateTimeOffset.UtcNow.AddDays(-9),
            NotAfter = DateTimeOffset.UtcNow.AddDays(-1),
        })),
        ["a server's certificate"] = (ErrorId.AnswerUsageInvalid, (service, request) =>
            Issue(service, request, new ClientProfile { Usage = "1.3.6.1.5.5.7.3.1" })),
        ["a usage extension of garbage"] = (ErrorId.AnswerUnreadable, (service, request) =>
            Issue(service, request, new ClientProfile { Usage = null, Extension = Garbage("2.5.29.37") })),
        ["a policy extension of garbage"] = (ErrorId.AnswerChainInvalid, (service, request) =>
            Issue(service, request, new ClientProfile { Extension = Garbage("2.5.29.33") })),
        ["a page of HTML"] = (ErrorId.AnswerUnreadable, (_, _) => Reply.Text(200, "<html><body>Please sign in</body></html>")),
        ["no content"] = (ErrorId.AnswerUnreadable, (_, _) => Reply.Text(200, string.Empty)),
        ["blank lines"] = (ErrorId.AnswerUnreadable, (_, _) => Reply.Text(200, "\r\n\r\n")),
        ["base64 of nothing useful"] = (ErrorId.AnswerUnreadable, (_, _) => Reply.Text(200, "AAAA")),
        ["a bare certificate"] = (ErrorId.AnswerUnreadable, (service, request) =>
            new Reply(200, service.Authority.Issue(TestAuthority.KeyOf(request)).RawData)),
        ["CMS without a certificate"] = (ErrorId.AnswerUnreadable, (_, _) => Reply.Certificates()),
        ["2 MiB with its length"] = (ErrorId.AnswerTooLarge, (_, _) => new Reply(200, new byte[2 * 1024 * 1024])),
        ["2 MiB in chunks"] = (ErrorId.AnswerTooLarge, (_, _) => new Reply(200, new byte[2 * 1024 * 1024]) { IsChunked = true }),
    };

    public static TheoryData<string> Names => [.. Lies.Keys];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_enrollment_is_kept_and_goes_on_with_the_same_request(string lie)
    {
        await using LyingService service = await LyingService.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer("simpleenroll", request => request.Authorization is null
            ? Reply.Challenge("Basic")
            : Lies[lie].Answer(service, Convert.FromBase64String(System.Text.Encoding.ASCII.GetString(request.Body))));

        NaccsException error = await user.FailAsync(service.Define(), Lies[lie].Error, Token);

        user.AssertKept(error);
        service.Answer("simpleenroll", request => service.Issue(request));
        Assert.Equal(EnrollmentStatus.Enrolled, (await user.EnrollAsync(service.Define(), Token)).Status);
        Assert.All(service.RequestsFor("simpleenroll"), request => Assert.Equal(service.RequestsFor("simpleenroll")[0].Body, request.Body));
        Assert.Empty(user.Journal.Read());
    }

    [Theory]
    [InlineData("<html>", ErrorId.AnswerUnreadable)]
    [InlineData("", ErrorId.AnswerUnreadable)]
    public async Task CA_certificates_that_are_none_stop_the_enrollment_before_a_key_is_made(string body, ErrorId expected)
    {
        await using LyingService service = await LyingService.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer("cacerts", _ => Reply.Text(200, body));

        NaccsException error = await user.FailAsync(service.Define(), expected, Token);

        user.AssertNothingLeft(error);
        Assert.Empty(service.RequestsFor("simpleenroll"));
    }

    [Fact]
    public async Task A_certificate_without_any_extended_key_usage_is_for_every_use()
    {
        await using LyingService service = await LyingService.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer("simpleenroll", request => service.Issue(request, new ClientProfile { Usage = null }));

        Assert.Equal(EnrollmentStatus.Enrolled, (await user.EnrollAsync(service.Define(), Token)).Status);
    }

    [Fact]
    public async Task A_certificate_that_begins_in_the_future_is_installed_and_listed_as_such()
    {
        await using LyingService service = await LyingService.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer("simpleenroll", request =>
            service.Issue(request, new ClientProfile { NotBefore = DateTimeOffset.UtcNow.AddHours(2) }));

        await user.EnrollAsync(service.Define(), Token);

        Assert.Equal(CertificateStatus.NotYetValid, Assert.Single(user.Certificates(service.Define())).Record.Status);
    }

    private static X509Extension Garbage(string identifier) => new(identifier, [0x30, 0x05, 0x01], critical: false);

    private static Reply Issue(LyingService service, byte[] request, ClientProfile profile) =>
        Reply.Certificates(service.Authority.Issue(TestAuthority.KeyOf(request), profile));

    private static Reply LookAlike(byte[] request)
    {
        var stranger = new TestAuthority(TestAuthority.ClientCA);
        return Reply.Certificates(stranger.Issue(TestAuthority.KeyOf(request)), stranger.Certificate);
    }
}
