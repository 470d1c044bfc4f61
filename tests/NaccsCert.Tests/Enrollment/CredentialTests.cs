using System;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport.Servers;
using Xunit;

namespace NaccsCert.Tests.Enrollment;

/// <summary>Codes go to the service alone, and only when it asks for them the plain way.</summary>
public sealed class CredentialTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Basic realm=\"NACCS\"")]
    [InlineData("basic")]
    [InlineData("Negotiate", "NTLM", "Basic realm=\"NACCS\", charset=\"UTF-8\"")]
    public async Task Codes_are_sent_as_the_answer_to_a_Basic_challenge(params string[] challenges)
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer("simpleenroll", request => request.Authorization is null
            ? Reply.Challenge(challenges)
            : service.Issue(request));

        await user.EnrollAsync(service.Define(), Token);

        Assert.Equal(
            [null, "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("AAAA1111:BBBB2222CCCC3333"))],
            service.RequestsFor("simpleenroll").Select(request => request.Authorization));
        Assert.All(service.Requests.Where(request => request.Operation != "simpleenroll"), request => Assert.Null(request.Authorization));
    }

    [Theory]
    [InlineData("NTLM")]
    [InlineData("Negotiate")]
    [InlineData("Negotiate", "NTLM")]
    [InlineData("Digest realm=\"x\", nonce=\"y\"")]
    [InlineData("Bearer")]
    [InlineData]
    public async Task Where_no_challenge_is_Basic_no_code_is_sent_and_none_is_called_refused(params string[] challenges)
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer("simpleenroll", _ => Reply.Challenge(challenges));

        NaccsException error = await user.FailAsync(service.Define(), ErrorId.SignInNotOffered, Token);

        user.AssertNothingLeft(error);
        Assert.All(challenges, challenge => Assert.Contains(challenge.Split(' ')[0], error.Message, StringComparison.Ordinal));
        Assert.Null(Assert.Single(service.RequestsFor("simpleenroll")).Authorization);
    }

    [Fact]
    public async Task Codes_that_get_a_401_without_a_challenge_are_refused()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer("simpleenroll", request => request.Authorization is null ? Reply.Challenge("Basic") : Reply.Text(401, "no"));

        user.AssertNothingLeft(await user.FailAsync(service.Define(), ErrorId.CodesRefused, Token));
    }

    [Fact]
    public async Task Codes_that_are_challenged_again_are_not_sent_a_third_time()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer("simpleenroll", _ => Reply.Challenge("Basic"));

        await user.FailAsync(service.Define(), ErrorId.CodesRefused, Token);

        Assert.Equal(2, service.RequestsFor("simpleenroll").Count);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Codes_and_request_never_reach_another_origin(int status)
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        await using FakeEstServer other = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        string target = new Uri(other.Origin, "/.well-known/est/fake/simpleenroll").AbsoluteUri;
        service.Answer("simpleenroll", request => request.Authorization is null
            ? Reply.Challenge("Basic")
            : Reply.Text(status, "moved", ("Location", target)));

        NaccsException error = await user.FailAsync(
            service.Describe().Pin("server", other.TlsRoot.Certificate).Build(), ErrorId.RedirectRefused, Token);

        Assert.Contains(target, error.Message, StringComparison.Ordinal);
        Assert.Empty(other.Requests);
        user.AssertKept(error);
    }

    [Fact]
    public async Task The_request_is_framed_as_deployed_servers_want_it()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();

        await user.EnrollAsync(service.Define(), Token);

        Assert.All(service.RequestsFor("simpleenroll"), request =>
        {
            Assert.Equal(request.Body.Length, request.ContentLength);
            Assert.All(Encoding.ASCII.GetString(request.Body).Split("\r\n"), line => Assert.True(line.Length <= 76));
        });
    }
}
