using System;
using System.Collections.Generic;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport.Certificates;
using NaccsCert.TestSupport.Servers;
using Xunit;

namespace NaccsCert.Tests.Enrollment;

/// <summary>A certificate that is not what was asked for is not installed, and the enrollment is kept.</summary>
public sealed class RefusedResponseTests
{
    private static readonly Dictionary<string, (ErrorId Error, Func<FakeEstServer, byte[], Reply> Answer)> Forgeries = new()
    {
        ["another's public key"] = (ErrorId.ResponseKeyMismatch, (service, _) =>
            Reply.Certificates(service.Authority.IssueWithKey())),
        ["the CA certificate alone"] = (ErrorId.ResponseKeyMismatch, (service, _) =>
            Reply.Certificates(service.Authority.Certificate)),
        ["another issuer"] = (ErrorId.ResponseIssuerMismatch, (_, request) =>
            Reply.Certificates(new TestAuthority("Some Other CA").Issue(TestAuthority.KeyOf(request)))),
        ["a look-alike of the issuer"] = (ErrorId.ResponseChainInvalid, (_, request) =>
            Reply.Certificates(new TestAuthority(TestAuthority.ClientCA).Issue(TestAuthority.KeyOf(request)))),
        ["a look-alike that brings its own root"] = (ErrorId.ResponseChainInvalid, (_, request) => LookAlike(request)),
        ["a certificate that has expired"] = (ErrorId.ResponseChainInvalid, (service, request) => Issue(service, request, new ClientProfile
        {
            NotBefore = DateTimeOffset.UtcNow.AddDays(-9),
            NotAfter = DateTimeOffset.UtcNow.AddDays(-1),
        })),
        ["a server's certificate"] = (ErrorId.ResponseUsageInvalid, (service, request) =>
            Issue(service, request, new ClientProfile { Usage = "1.3.6.1.5.5.7.3.1" })),
        ["a usage extension of garbage"] = (ErrorId.ResponseUnreadable, (service, request) =>
            Issue(service, request, new ClientProfile { Usage = null, Extension = Garbage("2.5.29.37") })),
        ["a policy extension of garbage"] = (ErrorId.ResponseChainInvalid, (service, request) =>
            Issue(service, request, new ClientProfile { Extension = Garbage("2.5.29.33") })),
        ["a page of HTML"] = (ErrorId.ResponseUnreadable, (_, _) => Reply.Text(200, "<html><body>Please sign in</body></html>")),
        ["no content"] = (ErrorId.ResponseUnreadable, (_, _) => Reply.Text(200, string.Empty)),
        ["blank lines"] = (ErrorId.ResponseUnreadable, (_, _) => Reply.Text(200, "\r\n\r\n")),
        ["base64 of nothing useful"] = (ErrorId.ResponseUnreadable, (_, _) => Reply.Text(200, "AAAA")),
        ["a bare certificate"] = (ErrorId.ResponseUnreadable, (service, request) =>
            new Reply(200, service.Authority.Issue(TestAuthority.KeyOf(request)).RawData)),
        ["CMS without a certificate"] = (ErrorId.ResponseUnreadable, (_, _) => Reply.Certificates()),
        ["2 MiB with its length"] = (ErrorId.ResponseTooLarge, (_, _) => new Reply(200, new byte[2 * 1024 * 1024])),
        ["2 MiB in chunks"] = (ErrorId.ResponseTooLarge, (_, _) => new Reply(200, new byte[2 * 1024 * 1024]) { IsChunked = true }),
    };

    public static TheoryData<string> Names => [.. Forgeries.Keys];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_enrollment_is_kept_and_goes_on_with_the_same_request(string lie)
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer("simpleenroll", request => request.Authorization is null
            ? Reply.Challenge("Basic")
            : Forgeries[lie].Answer(service, Convert.FromBase64String(System.Text.Encoding.ASCII.GetString(request.Body))));

        NaccsException error = await user.FailAsync(service.Define(), Forgeries[lie].Error, Token);

        user.AssertKept(error);
        service.Answer("simpleenroll", request => service.Issue(request));
        Assert.Equal(EnrollmentStatus.Enrolled, (await user.EnrollAsync(service.Define(), Token)).Status);
        Assert.All(service.RequestsFor("simpleenroll"), request => Assert.Equal(service.RequestsFor("simpleenroll")[0].Body, request.Body));
        Assert.Empty(user.Journal.Read());
    }

    [Theory]
    [InlineData("<html>", ErrorId.ResponseUnreadable)]
    [InlineData("", ErrorId.ResponseUnreadable)]
    public async Task CA_certificates_that_are_none_stop_the_enrollment_before_a_key_is_made(string body, ErrorId expected)
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer("cacerts", _ => Reply.Text(200, body));

        NaccsException error = await user.FailAsync(service.Define(), expected, Token);

        user.AssertNothingLeft(error);
        Assert.Empty(service.RequestsFor("simpleenroll"));
    }

    [Fact]
    public async Task A_certificate_without_any_extended_key_usage_is_for_every_use()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer("simpleenroll", request => service.Issue(request, new ClientProfile { Usage = null }));

        Assert.Equal(EnrollmentStatus.Enrolled, (await user.EnrollAsync(service.Define(), Token)).Status);
    }

    [Fact]
    public async Task A_certificate_that_begins_in_the_future_is_installed_and_listed_as_such()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer("simpleenroll", request =>
            service.Issue(request, new ClientProfile { NotBefore = DateTimeOffset.UtcNow.AddHours(2) }));

        await user.EnrollAsync(service.Define(), Token);

        Assert.Equal(CertificateStatus.NotYetValid, Assert.Single(user.Certificates(service.Define())).Record.Status);
    }

    private static X509Extension Garbage(string identifier) => new(identifier, [0x30, 0x05, 0x01], critical: false);

    private static Reply Issue(FakeEstServer service, byte[] request, ClientProfile profile) =>
        Reply.Certificates(service.Authority.Issue(TestAuthority.KeyOf(request), profile));

    private static Reply LookAlike(byte[] request)
    {
        var otherAuthority = new TestAuthority(TestAuthority.ClientCA);
        return Reply.Certificates(otherAuthority.Issue(TestAuthority.KeyOf(request)), otherAuthority.Certificate);
    }
}
